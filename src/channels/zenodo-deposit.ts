import { z } from 'zod'

import type { Answer } from '../network/request.ts'
import { parseAnswer } from './ask.ts'
import type { Post, PrepareOptions, RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { conceptId, type Deposition, deposition, type ZenodoAccess } from './zenodo-deposition.ts'
import { loaded, putFiles, sameFiles } from './zenodo-files.ts'
import { storedMetadata } from './zenodo-metadata.ts'

/** How many depositions of ours are looked through. */
const PAGES = 10
const PAGE_SIZE = 100

const listed = z.object({ id: z.number(), conceptrecid: conceptId, metadata: storedMetadata })
const depositions = z.array(listed)

/** Depositions of ours that say that they are what stands at an address, newest first. */
export const depositionsOf = (
  page: string,
  access: ZenodoAccess,
  options: RequestOptions,
): Promise<readonly Deposition[]> => ownDepositions(({ metadata }) => names(metadata, page), access, options)

async function ownDepositions(
  isWanted: (each: z.infer<typeof listed>) => boolean,
  access: ZenodoAccess,
  options: RequestOptions,
): Promise<readonly Deposition[]> {
  const ids: number[] = []
  for (let number = 1; number <= PAGES; number++) {
    const path = `/api/deposit/depositions?sort=mostrecent&all_versions=true&size=${PAGE_SIZE}&page=${number}`
    const answer = await access.ask({ path, method: 'GET', effect: 'none' }, options)
    const all = parseAnswer(answer, depositions, 'unavailable')
    ids.push(...all.filter(isWanted).map(({ id }) => id))
    if (all.length < PAGE_SIZE) break
  }
  const found: Deposition[] = []
  // The list lags behind: what was published a moment ago still stands in it as a draft.
  for (const id of ids.sort((one, other) => other - one)) found.push(await depositionAt(id, access, options))
  return found
}

async function depositionAt(
  id: number | string,
  access: ZenodoAccess,
  options: RequestOptions,
): Promise<Deposition> {
  const path = `/api/deposit/depositions/${encodeURIComponent(id)}`
  const reasons = { 404: 'missing', 410: 'missing' } as const
  const answer = await access.ask({ path, method: 'GET', effect: 'none', reasons }, options)
  return parseAnswer(answer, deposition, 'unavailable')
}

/** Whether two depositions are versions of one record: publishing one then gives it no second DOI that names all versions. */
export async function areOneRecord(
  [one, other]: readonly [string, string],
  access: ZenodoAccess,
  options: RequestOptions,
): Promise<boolean> {
  if (one === other) return true
  const { conceptrecid } = await depositionAt(one, access, options)
  return (await depositionAt(other, access, options)).conceptrecid === conceptrecid
}

/**
 * What there is to start from, newest first. Where a record stands, its own versions and drafts alone: its page may have
 * another address since, and a draft that names the new one would become another record.
 */
async function begun(
  { url }: Post,
  access: ZenodoAccess,
  { standing, ...options }: PrepareOptions,
): Promise<readonly Deposition[]> {
  if (standing === null) return depositionsOf(url, access, options)
  const known = await depositionAt(standing, access, options)
  const versions = await ownDepositions(
    ({ conceptrecid, id }) => conceptrecid === known.conceptrecid && id !== known.id,
    access,
    options,
  )
  return [...versions, known].sort((one, other) => other.id - one.id)
}

const names = ({ related_identifiers }: Deposition['metadata'], page: string): boolean =>
  related_identifiers.some(({ identifier, relation }) => identifier === page && relation === 'isIdenticalTo')

/**
 * Makes ready what is to be published, which nobody sees and which may be repeated: a draft of ours that there is already, an
 * edit of what stands there, a new version where its files changed, or a new draft.
 * @returns the deposition's name.
 */
export async function deposit(post: Post, access: ZenodoAccess, options: PrepareOptions): Promise<number> {
  const files = await loaded(post.files ?? [], access, options)
  const action = async (id: number, name: 'edit' | 'discard' | 'newversion'): Promise<Answer> =>
    access.ask(
      {
        path: `/api/deposit/depositions/${id}/actions/${name}`,
        method: 'POST',
        effect: 'none',
        // It is still taking in what it was told before.
        reasons: { 409: 'unavailable' },
      },
      options,
    )
  const own = await begun(post, access, options)
  const draft = own.find(({ submitted }) => !submitted)
  const [published] = own.filter(({ submitted }) => submitted)

  const ready = async (): Promise<Deposition> => {
    if (draft !== undefined) return draft
    if (published === undefined) return created(post, access, options)
    const { id, state } = published
    if (sameFiles(published, files))
      return state === 'inprogress'
        ? published
        : parseAnswer(await action(id, 'edit'), deposition, 'unavailable')
    if (state === 'inprogress') await action(id, 'discard')
    const { links } = parseAnswer(await action(id, 'newversion'), deposition, 'unavailable')
    const next = /\/(\d+)$/.exec(links.latest_draft ?? '')?.[1]
    if (next === undefined) throw new ChannelError('unavailable', 'it named no draft of a new version')
    return depositionAt(Number(next), access, options)
  }
  const target = await ready()
  await describe(target, post, access, options)
  if (!target.submitted) await putFiles(target, files, access, options)
  return target.id
}

/** Gives up an edit of what is published, so that it stands as it was. */
export async function discard(id: number, access: ZenodoAccess, options: RequestOptions): Promise<void> {
  await access.ask(
    { path: `/api/deposit/depositions/${id}/actions/discard`, method: 'POST', effect: 'none' },
    options,
  )
}

async function created(post: Post, access: ZenodoAccess, options: RequestOptions): Promise<Deposition> {
  const metadata = { ...JSON.parse(post.text), prereserve_doi: true }
  const answer = await access.ask(
    {
      path: '/api/deposit/depositions',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ metadata }),
      effect: 'none',
    },
    options,
  )
  return parseAnswer(answer, deposition, 'unavailable')
}

/** Writes what we know, and leaves what people added there. */
async function describe(
  { id, metadata }: Deposition,
  post: Post,
  access: ZenodoAccess,
  options: RequestOptions,
): Promise<void> {
  const { prereserve_doi: _, ...kept } = metadata
  const ours = JSON.parse(post.text)
  const { origin } = new URL(post.url)
  const theirs = kept.related_identifiers.filter(({ identifier }) => !identifier.startsWith(`${origin}/`))
  const related_identifiers = [...ours.related_identifiers, ...theirs]
  await access.ask(
    {
      path: `/api/deposit/depositions/${id}`,
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ metadata: { ...kept, ...ours, related_identifiers } }),
      effect: 'none',
    },
    options,
  )
}
