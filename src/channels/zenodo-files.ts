import { createHash } from 'node:crypto'

import type { ItemFile } from '../content/published-item.ts'
import { ask } from './ask.ts'
import type { RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import type { Deposition, ZenodoAccess } from './zenodo-deposition.ts'

/** Zenodo takes far more; this is what a worker can hold. */
const MAX_FILE_BYTES = 50 * 1024 * 1024

/** A file of an item, in our hands. */
export interface LoadedFile {
  readonly name: string
  readonly body: Buffer
  /** As Zenodo writes it, without the name of the method. */
  readonly md5: string
}

/** Reads an item's files from our own site. */
export async function loaded(
  files: readonly ItemFile[],
  { requestOwn }: ZenodoAccess,
  { signal, now }: RequestOptions,
): Promise<readonly LoadedFile[]> {
  const all: LoadedFile[] = []
  for (const { url, name, bytes } of files) {
    if (bytes > MAX_FILE_BYTES) throw new ChannelError('rejected', `${name} is larger than 50 MB`)
    const { body } = await ask(
      { url: new URL(url), method: 'GET', signal, maxBytes: MAX_FILE_BYTES },
      { request: requestOwn, now, effect: 'none', reasons: { 404: 'rejected', 410: 'rejected' } },
    )
    all.push({ name, body, md5: createHash('md5').update(body).digest('hex') })
  }
  return all
}

/** Whether a deposition has these files, and no other. */
export const sameFiles = ({ files: there }: Deposition, files: readonly LoadedFile[]): boolean =>
  there.length === files.length &&
  files.every(({ name, md5 }) =>
    there.some(({ filename, checksum }) => filename === name && plain(checksum) === md5),
  )

/** Leaves a draft with these files alone: those that it has already are not sent again. */
export async function putFiles(
  { files: there, links }: Deposition,
  files: readonly LoadedFile[],
  access: ZenodoAccess,
  options: RequestOptions,
): Promise<void> {
  const bucket = new URL(links.bucket ?? '/', access.baseUrl)
  // Our token goes along.
  if (bucket.host !== new URL(access.baseUrl).host)
    throw new ChannelError('misconfigured', `files are to be put at ${bucket.host}`)
  const pathOf = (name: string): string => `${bucket.pathname}/${encodeURIComponent(name)}`
  for (const { filename } of there.filter((each) => !files.some(({ name }) => name === each.filename)))
    await access.ask({ path: pathOf(filename), method: 'DELETE', effect: 'none' }, options)
  for (const { name, body, md5 } of files) {
    if (there.some(({ filename, checksum }) => filename === name && plain(checksum) === md5)) continue
    const headers = { 'content-type': 'application/octet-stream' }
    await access.ask({ path: pathOf(name), method: 'PUT', headers, body, effect: 'none' }, options)
  }
}

const plain = (checksum: string): string => checksum.replace('md5:', '')
