import { expect, test } from 'vitest'

import { env } from '../env.ts'
import { query } from './database/statements.ts'
import { leadChannelsTo, wantsDemoNetwork } from './demo-network.ts'

const url = env.DATABASE_URL ?? ''

const keep = (state: string) =>
  query(
    url,
    `insert into payload_kv (id, key, data) values (gen_random_uuid(), 'demo-network', $1)
     on conflict (key) do update set data = excluded.data`,
    [JSON.stringify({ state })],
  )

test('the demo network is wanted in an untouched database and where it was interrupted, and never again', async () => {
  expect(await wantsDemoNetwork(url)).toBe(true)
  await keep('loading')
  expect(await wantsDemoNetwork(url)).toBe(true)
  await keep('loaded')
  expect(await wantsDemoNetwork(url)).toBe(false)
})

test('when the partners listen elsewhere the demo channels follow, and others stay', async () => {
  for (const address of [
    'http://127.0.0.1:3900',
    'http://127.0.0.1:3900/hooks/portal',
    'https://social.example',
  ])
    await query(
      url,
      `insert into channels (id, name, service, base_url) values (gen_random_uuid(), $1, 'webhook', $1)`,
      [address],
    )

  await leadChannelsTo(3901, url)

  expect(await query(url, 'select base_url as address from channels order by name')).toEqual([
    { address: 'http://127.0.0.1:3901' },
    { address: 'http://127.0.0.1:3901/hooks/portal' },
    { address: 'https://social.example' },
  ])
})
