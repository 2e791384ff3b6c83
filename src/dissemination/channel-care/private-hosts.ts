import type { Payload, TextareaFieldValidation } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { env } from '../../env.ts'
import { adminText } from '../../i18n/admin-text.ts'

/** What a line is to look like: a host and a port, and nothing else that an address may have. */
const LINE = /^(\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]+):([0-9]{1,5})$/iu
const LAST_PORT = 65_535

/** As it stands in addresses that are used, or null where a line is none. */
function hostOf(line: string): string | null {
  const [, host = '', port = ''] = LINE.exec(line.trim()) ?? []
  const url = URL.parse(`http://${host}/`)
  const isPort = Number(port) > 0 && Number(port) <= LAST_PORT
  return host === '' || url === null || !isPort ? null : `${url.hostname}:${Number(port)}`
}

const linesOf = (text: string): readonly string[] => text.split('\n')

/** For the field in which an administrator writes one `host:port` a line. Empty lines part them. */
export const privateHostsValid: TextareaFieldValidation = (value, { req }) => {
  const line = linesOf(value ?? '').findIndex((each) => each.trim() !== '' && hostOf(each) === null)
  return line === -1 || adminText(req, 'invalid.privateHost', { line: line + 1 })
}

/** A change in the admin counts in all processes after as long. */
const KEPT_MS = 10_000
const known = new WeakMap<Payload, { readonly hosts: Promise<readonly string[]>; readonly readAt: number }>()

/**
 * On a private network, but allowed: `host:port` pairs that the operator and the administrators named.
 * @param now in milliseconds
 */
export function privateHosts(payload: Payload, now = Date.now()): Promise<readonly string[]> {
  const kept = known.get(payload)
  if (kept !== undefined && now - kept.readAt < KEPT_MS) return kept.hosts
  const hosts = readHosts(payload)
  known.set(payload, { hosts, readAt: now })
  return hosts
}

async function readHosts(payload: Payload): Promise<readonly string[]> {
  const { rows } = await databaseOf(payload).execute<{ private_hosts: string | null }>(
    sql`select private_hosts from network limit 1`,
  )
  const named = linesOf(rows[0]?.private_hosts ?? '').flatMap((line) => hostOf(line) ?? [])
  return [...env.ALLOWED_PRIVATE_HOSTS, ...named]
}
