import { inspect } from 'node:util'

import { expect, test } from 'vitest'

import { caredNetwork } from '../../testing/cared-network.ts'
import { addMastodon } from '../../testing/partner-network.ts'

const { partners, payload, database, administrator, editor, work, breakAccess, publishedBefore } =
  await caredNetwork()
const { sql } = await import('../../database/database.ts')
const { rest } = await import('../../testing/api.ts')
const { privateHosts } = await import('./private-hosts.ts')
const { sessionOf } = await import('./session.ts')

test('one process renews a session, and the others get what it got', async () => {
  const id = await addMastodon(payload, partners, 'en')
  let made = 0
  const make = async () => ({ value: `session ${++made}`, expiresAt: null })
  expect(await sessionOf(id, payload).current()).toBe(null)
  const first = await Promise.all([1, 2, 3].map(() => sessionOf(id, payload).renew(null, make)))
  const second = await Promise.all([1, 2, 3].map(() => sessionOf(id, payload).renew('session 1', make)))

  expect(first).toEqual(Array(3).fill('session 1'))
  expect(second).toEqual(Array(3).fill('session 2'))
  expect(await sessionOf(id, payload).current()).toBe('session 2')
  const { rows } = await database().execute<{ sealed: string }>(sql`select sealed from channel_sessions`)
  expect(rows[0]?.sealed).toMatch(/^v1\./)
})

test('a session ends with the secrets or the address that it was made with, and is no other channel’s', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const other = await addMastodon(payload, partners, 'fr')
  const renew = () => sessionOf(id, payload).renew(null, async () => ({ value: 'ours', expiresAt: null }))
  await renew()
  await database().execute(sql`
    insert into channel_sessions (channel_id, sealed) select ${other}, sealed from channel_sessions where channel_id = ${id}
  `)
  expect([await sessionOf(id, payload).current(), await sessionOf(other, payload).current()]).toEqual([
    'ours',
    null,
  ])
  await breakAccess(id)
  expect(await sessionOf(id, payload).current()).toBe(null)
  await renew()
  await payload.update({
    collection: 'channels',
    id,
    data: { baseUrl: 'https://elsewhere.example', secrets: { accessToken: 'for elsewhere' } },
  })
  expect(await sessionOf(id, payload).current()).toBe(null)
})

test('no secret is stored, logged, answered or exported in the clear, whatever fails', async () => {
  const secret = 'a-token-that-nobody-may-see'
  const logged: string[] = []
  const logger = payload.logger as unknown as Record<'warn' | 'error' | 'info', (...args: unknown[]) => void>
  const kept = { warn: logger.warn, error: logger.error, info: logger.info }
  for (const level of ['warn', 'error', 'info'] as const)
    logger[level] = (...args) => void logged.push(inspect(args, { depth: 9 }))
  const id = await addMastodon(payload, partners, 'en')
  await payload.update({ collection: 'channels', id, data: { secrets: { accessToken: secret } } })
  await sessionOf(id, payload).renew(null, async () => ({ value: secret, expiresAt: null }))
  const answers: string[] = []
  for (const fault of [undefined, { kind: 'answer', status: 500 }, { kind: 'hang-up-after' }] as const) {
    await publishedBefore(1)
    if (fault !== undefined) partners.failNext(fault)
    await work()
    for (const path of [`/channels/${id}`, '/channels', '/dissemination/health', `/channels/${id}/test`])
      answers.push(
        (await rest(path, { as: administrator, method: path.endsWith('test') ? 'POST' : 'GET' })).text,
      )
    await payload.update({ collection: 'channels', id, data: { paused: false } })
  }
  Object.assign(logger, kept)
  const { rows: tables } = await database().execute<{ name: string }>(sql`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'
  `)
  const stored = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await database().execute(sql`
        select 1 from ${sql.raw(name)} t where t::text like ${`%${secret}%`} limit 1
      `)
      return rows.length === 0 ? [] : [name]
    }),
  )

  expect(tables.length).toBeGreaterThan(50)
  expect(stored.flat()).toEqual([])
  expect(logged.join()).toContain('a channel did not take a delivery')
  expect([...logged, ...answers].filter((text) => text.includes(secret))).toEqual([])
})

test('an administrator names private hosts that accounts may point to, and others keep out', async () => {
  const save = (as: string, value: string) =>
    rest('/globals/network?locale=en', { as, method: 'POST', body: { privateHosts: value } })
  expect(
    (await save(administrator, 'wiki.intern.example:8443\n\n[FD00::1]:443\nBücher.intern:80')).status,
  ).toBe(200)
  const later = Date.now() + 60_000
  expect(await privateHosts(payload, later)).toEqual([
    new URL(partners.url).host,
    'wiki.intern.example:8443',
    '[fd00::1]:443',
    'xn--bcher-kva.intern:80',
  ])
  expect((await rest('/globals/network', { as: editor })).body.privateHosts).toBe(undefined)
  await save(editor, 'other.example:80')
  await save(administrator, '')
  expect(await privateHosts(payload, later + 60_000)).toEqual([new URL(partners.url).host])
})

test.for([
  ['a.example:443\nb.example', 2],
  ['https://a.example:443', 1],
  ['a.example:0', 1],
  ['a.example:65536', 1],
  ['a.example:443/path', 1],
  ['user@a.example:443', 1],
  ['a.example:443 b.example:443', 1],
  ['a.example:443\n\n*:80\n#', 3],
] as const)('of private hosts %j line %i is refused, by its number', async ([value, line]) => {
  const { status, text } = await rest('/globals/network?locale=en', {
    as: administrator,
    method: 'POST',
    body: { privateHosts: value },
  })
  expect([status, text.includes(`Line ${line} is no host and port`)]).toEqual([400, true])
})
