import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { env } from '../../env.ts'
import { encodingDetector } from './detect-encoding.ts'
import { FileFault } from './file-fault.ts'
import type { Encoding } from './file-format.ts'

const MEBIBYTE = 1024 ** 2
/** Of one file. A million people with everything that can be said of them take less. */
export const MAX_MEBIBYTES = 500
const HEAD_BYTES = 256 * 1024

export const importPath = (id: string): string => join(env.IMPORTS_DIR, `${id}.csv`)

export interface StoredFile {
  readonly bytes: number
  readonly encoding: Encoding
}

/**
 * Writes a list to disk as it arrives, readable by nobody but the product.
 * @throws {FileFault} when it is too large or empty; nothing is left of it then.
 */
export async function storeFile(id: string, body: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  await mkdir(env.IMPORTS_DIR, { recursive: true, mode: 0o700 })
  const detector = encodingDetector()
  const path = `${importPath(id)}.part`
  let bytes = 0
  async function* counted() {
    for await (const chunk of body) {
      bytes += chunk.length
      if (bytes > MAX_MEBIBYTES * MEBIBYTE) throw new FileFault('too-large', null)
      detector.add(chunk)
      yield chunk
    }
    if (bytes === 0) throw new FileFault('empty', null)
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(path, { mode: 0o600 }))
    await rename(path, importPath(id))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { bytes, encoding: detector.detected() }
}

/** The beginning of a list as text. @throws {FileFault} when the file is gone. */
export async function fileHead(id: string, encoding: Encoding): Promise<string> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of createReadStream(importPath(id), { end: HEAD_BYTES - 1 })) chunks.push(chunk)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new FileFault('gone', null)
    throw error
  }
  return new TextDecoder(encoding).decode(Buffer.concat(chunks), { stream: true })
}

export const removeFile = (id: string): Promise<void> => rm(importPath(id), { force: true })

/** Removes files that nobody went on with for so many days, and what was left of uploads that broke off. */
export async function removeOldFiles(days: number, now: Date): Promise<void> {
  const names = await readdir(env.IMPORTS_DIR).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    const path = join(env.IMPORTS_DIR, name)
    const { mtimeMs } = await stat(path)
    if (now.getTime() - mtimeMs > days * 86_400_000) await rm(path, { force: true })
  }
}
