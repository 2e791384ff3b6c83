import { expect, inject, test } from 'vitest'

import { env } from '../env.ts'
import { emptied, originOf } from './emptied-database.ts'
import { runStatement } from './template.ts'

const url = env.DATABASE_URL ?? ''
const origin = inject('origin')

test('a database that was used and emptied is as the migrations left it', async () => {
  expect(await originOf(url)).toEqual(origin)
  await runStatement(
    url,
    `set session_replication_role = replica;
    insert into domain_holds (id, issue_id, mx_group)
      select gen_random_uuid(), gen_random_uuid(), 'large.example' from generate_series(1, 1000);
    update payload_migrations set name = 'other';
    delete from pgboss.queue;
    analyze domain_holds;
    select nextval(format('%I.%I', schemaname, sequencename)) from pg_sequences`,
  )
  expect(await originOf(url)).not.toEqual(origin)

  expect(await emptied(url, origin)).toBe(true)

  expect(await originOf(url)).toEqual(origin)
  const { rows } = await runStatement(
    url,
    "select reltuples from pg_class where oid = 'domain_holds'::regclass union all select 0 from pg_stats where tablename = 'domain_holds'",
  )
  expect(rows).toEqual([{ reltuples: -1 }])
})

test.for([
  'create table other ()',
  'alter table domain_holds add column other text',
  'alter table editions disable trigger all',
  'create function other() returns int language sql return 1',
])('a database that is made of something else is not taken for a new one: %s', async (statement) => {
  const before = await originOf(url)
  await runStatement(url, statement)

  expect(await emptied(url, before)).toBe(false)
})
