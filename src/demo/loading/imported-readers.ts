import { randomUUID } from 'node:crypto'

import type { Choices } from '../../audience/choices.ts'
import { storeFollows, storeSubscriptions } from '../../audience/confirm-subscription.ts'
import { recordConsent } from '../../audience/consent-events.ts'
import { refreshPeople } from '../../audience/refresh-people.ts'
import { uuids } from '../../audience/uuids.ts'
import { type Database, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { importedAt } from '../network/subscribers.ts'
import { demoUsers } from '../network/users.ts'
import { madeUp } from './made-up.ts'

/** Where and when they are said to have agreed. Nobody was there. */
const evidence = {
  where: 'Made-up list of a made-up meeting',
  when: '2026-03-12',
  text: madeUp.text,
}

/** Brings a list in as if an officer had, with its evidence. */
export async function importReaders(readers: readonly Choices[], transaction: Database): Promise<void> {
  const importId = randomUUID()
  const officer = demoUsers.find(({ role }) => role === 'data-officer')
  const { rows } = await transaction.execute<{ id: string }>(sql`
    select id from users where email = ${officer?.email ?? ''}
  `)
  const actor = rows[0]?.id ?? null
  const at = importedAt.toISOString()
  await transaction.execute(sql`
    insert into audience_imports
      (id, file_name, state, format, evidence, counts, actor, created_at, updated_at, applied_at)
    values (${importId}::uuid, 'meeting-2026-03.csv', 'applied',
      '{"encoding": "utf-8", "delimiter": ",", "hasHeader": true, "source": "csv"}'::jsonb,
      ${JSON.stringify(evidence)}::jsonb, ${JSON.stringify({ new: readers.length })}::jsonb,
      coalesce(${actor}::uuid, gen_random_uuid()), ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)
  `)
  const ids: string[] = []
  for (const [index, each] of readers.entries()) {
    const { address, locale, furtherLocales, newsletterIds, follows, interests } = each
    const id = randomUUID()
    const key = addressKey(address.canonical)
    ids.push(id)
    await transaction.execute(sql`
      insert into subscribers
        (id, email, address_key, locale, further_locales, frequency, topics, countries, confirmed_at, import_id)
      values (${id}::uuid, ${address.address}, ${key}, ${locale}, ${JSON.stringify(furtherLocales)}::jsonb,
        ${interests?.frequency ?? 'every-issue'}, ${uuids(interests?.topics ?? [])}, ${uuids(interests?.countries ?? [])},
        ${at}::timestamptz, ${importId}::uuid)
    `)
    await transaction.execute(sql`
      insert into audience_import_rows (import_id, line, email, address_key, outcome, subscriber_id)
      values (${importId}::uuid, ${index + 1}, ${address.address}, ${key}, 'new', ${id}::uuid)
    `)
    await storeSubscriptions(id, newsletterIds, importedAt, transaction)
    await storeFollows(id, follows, importedAt, transaction)
    await recordConsent(
      {
        addressKey: key,
        kind: 'imported',
        newsletterIds,
        follows,
        wording: madeUp,
        source: 'demo',
        tokenId: null,
        detail: { evidence },
        actor,
        importId,
        now: importedAt,
      },
      transaction,
    )
  }
  await refreshPeople(ids, importedAt, transaction)
}
