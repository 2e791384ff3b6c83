import type { Payload } from 'payload'

import type { FollowTarget } from '../audience/follow.ts'
import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

interface Followed {
  readonly target: FollowTarget
  readonly targetId: string
  /** @default false */
  readonly reminder?: boolean
}

/** Somebody who follows these things and reads these languages, in this order. Answers their id. */
export async function createFollower(
  payload: Payload,
  locales: readonly [Locale, ...Locale[]],
  follows: readonly Followed[],
): Promise<string> {
  const id = crypto.randomUUID()
  const [locale, ...further] = locales
  const database = databaseOf(payload)
  await database.execute(sql`
    insert into subscribers (id, email, address_key, locale, further_locales, status, confirmed_at)
    values (${id}, ${`${id}@example.org`}, ${id}, ${locale}, ${JSON.stringify(further)}::jsonb, 'active', now())
  `)
  for (const { target, targetId, reminder = false } of follows)
    await database.execute(sql`
      insert into follows (subscriber_id, target, target_id, reminder, confirmed_at)
      values (${id}, ${target}, ${targetId}, ${reminder}, now())
    `)
  return id
}
