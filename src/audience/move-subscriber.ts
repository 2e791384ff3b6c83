import { type Database, sql } from '../database/database.ts'
import { addressKey } from '../secrets/address-key.ts'
import type { AddressMove } from './address-move.ts'
import { recordConsent } from './consent-events.ts'
import { type ConsentWording, noWording } from './consent-wording.ts'
import { lockAddress, lockPerson } from './lock-person.ts'
import { refreshPeople } from './refresh-people.ts'
import { findSubscriber, type Subscriber } from './subscriber.ts'
import { isBarred, liftBounce, liftSuppressions } from './suppression.ts'

/**
 * `again`: they are there already. `refused`: the person is gone or has moved on since, one of the two addresses must get
 * no mail, or somebody else is subscribed under the new one. Neither changes anything.
 */
export type Moved = 'moved' | 'again' | 'refused'

interface MovedWith {
  /** As it stood on the page whose button was pressed. */
  readonly wording: ConsentWording
  readonly now: Date
}

const SOURCE = '/change-address'

/**
 * Takes a person with all that they agreed to from one address to another, after both said yes. The address that is left
 * may be used again by anyone: nothing but its ledger remembers it. Needs a transaction.
 */
export async function moveSubscriber(
  { tokenId, subscriberId, from, to }: AddressMove,
  { wording, now }: MovedWith,
  transaction: Database,
): Promise<Moved> {
  await lockPerson(subscriberId, transaction)
  const subscriber = await findSubscriber(subscriberId, transaction)
  if (subscriber === null) return 'refused'
  const key = addressKey(to.canonical)
  if (subscriber.addressKey === key) return 'again'
  if (subscriber.addressKey !== from) return 'refused'
  await lockAddress(key, transaction)
  for (const each of [from, key]) if (await isBarred(each, now, transaction)) return 'refused'
  if (await isTaken(key, transaction)) return 'refused'

  const { newsletterIds, follows, locale } = subscriber
  const agreed = { newsletterIds, follows, source: SOURCE, now }
  const arrival = { addressKey: key, kind: 'moved-here', wording, tokenId, detail: { from } } as const
  if (!(await recordConsent({ ...agreed, ...arrival }, transaction))) return 'refused'
  const departure = {
    addressKey: from,
    kind: 'moved-away',
    wording: noWording(locale),
    tokenId: null,
  } as const
  await recordConsent({ ...agreed, ...departure }, transaction)
  await transaction.execute(sql`
    update subscribers set email = ${to.address}, address_key = ${key}, updated_at = ${now.toISOString()}::timestamptz
    where id = ${subscriberId}::uuid
  `)
  // What has not left goes to the new one, and who takes mail for that domain is not known yet.
  await transaction.execute(sql`
    update email_deliveries set domain = lower(split_part(${to.address}, '@', 2)), mx_group = null,
      reason = case when reason <> 'domain-held' then reason end
    where subscriber_id = ${subscriberId}::uuid and state = 'planned'
  `)
  await liftSuppressions(key, newsletterIds, transaction)
  // The button behind a mail to it shows that it takes mail.
  await liftBounce(key, now, transaction)
  await keepWhatWasLeft(subscriber, key, transaction)
  await refreshPeople([subscriberId], now, transaction)
  return 'moved'
}

async function isTaken(key: string, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute(sql`select 1 from subscribers where address_key = ${key}`)
  return rows.length > 0
}

/** Newsletters that the person had left stay left: an import of the new address must not bring them back. */
async function keepWhatWasLeft(
  { addressKey: from, newsletterIds }: Subscriber,
  key: string,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into suppressions (address_key, scope, reason, origin, at)
    select ${key}, scope, reason, origin, at from suppressions
    where address_key = ${from} and reason = 'unsubscribed'
      and scope not in (select jsonb_array_elements_text(${JSON.stringify(newsletterIds)}::jsonb))
    on conflict (address_key, scope) do nothing
  `)
}
