import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Envelope, type MailSummary, type ReadMail, readMail } from './read-mail.ts'

export interface MailQuery {
  /** Exact address of the envelope. Null: anybody. */
  readonly to: string | null
  /** Part of a sender, recipient or subject, whatever the case. Empty: all. */
  readonly words: string
  readonly offset: number
  readonly limit: number
}

/** Mails on disk, newest first. Accepting one only writes it: it is read when somebody looks. */
export interface MailStore {
  /** Resolves when the mail would survive a kill. */
  add(raw: Buffer, envelope: Envelope): Promise<void>
  find(query: MailQuery): Promise<{ readonly total: number; readonly mails: readonly MailSummary[] }>
  /** Null when there is none with this id. */
  get(id: string): Promise<ReadMail | null>
  /** Null when there is none with this id. */
  raw(id: string): Promise<Buffer | null>
  clear(): Promise<void>
}

interface Entry {
  readonly at: string
  readonly envelope: Envelope
}

/** Opens the folder and finds the mails of earlier runs in it. */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true })
  const entries = await readEntries(folder)
  const summaries = new Map<string, MailSummary>()
  let count = 0

  const file = (id: string, ending: 'eml' | 'json'): string => join(folder, `${id}.${ending}`)
  const newestFirst = (): string[] => [...entries.keys()].sort().reverse()

  async function read(id: string): Promise<ReadMail | null> {
    const entry = entries.get(id)
    if (entry === undefined) return null
    const mail = await readMail({ id, ...entry, raw: await readFile(file(id, 'eml')) })
    summaries.set(id, mail.summary)
    return mail
  }

  const summary = async (id: string): Promise<MailSummary | null> =>
    summaries.get(id) ?? (await read(id))?.summary ?? null

  return {
    async add(raw, envelope) {
      const now = new Date()
      const id = `${String(now.getTime()).padStart(14, '0')}-${String(count++).padStart(6, '0')}`
      const entry: Entry = { at: now.toISOString(), envelope }
      await writeFile(file(id, 'eml'), raw)
      // Renamed last: a mail without its envelope was never accepted.
      await writeFile(`${file(id, 'json')}.new`, JSON.stringify(entry))
      await rename(`${file(id, 'json')}.new`, file(id, 'json'))
      entries.set(id, entry)
    },

    async find({ to, words, offset, limit }) {
      let ids = newestFirst()
      if (to !== null) ids = ids.filter((id) => entries.get(id)?.envelope.to.includes(to))
      if (words === '') return { total: ids.length, mails: await all(ids.slice(offset, offset + limit)) }
      const found = (await all(ids)).filter((mail) => mentions(mail, words))
      return { total: found.length, mails: found.slice(offset, offset + limit) }
    },

    get: read,

    raw: async (id) => (entries.has(id) ? readFile(file(id, 'eml')) : null),

    async clear() {
      const ids = [...entries.keys()]
      entries.clear()
      summaries.clear()
      for (const id of ids) for (const ending of ['json', 'eml'] as const) await rm(file(id, ending))
    },
  }

  async function all(ids: readonly string[]): Promise<MailSummary[]> {
    const mails: MailSummary[] = []
    for (const id of ids) {
      const mail = await summary(id)
      if (mail !== null) mails.push(mail)
    }
    return mails
  }
}

async function readEntries(folder: string): Promise<Map<string, Entry>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  return new Map(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Entry,
    ]),
  )
}

function mentions({ from, to, subject, envelope }: MailSummary, words: string): boolean {
  const wanted = words.toLowerCase()
  return [from, to, subject, ...envelope.to].some((text) => text.toLowerCase().includes(wanted))
}
