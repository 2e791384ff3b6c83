import type { ItemFile, ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** What is mailed to the press, once for all who get it. */
export interface StoredRelease {
  readonly key: string
  readonly item: ItemReference
  readonly locale: Locale
  /** published | revised | corrected | withdrawn */
  readonly change: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly files: readonly ItemFile[]
  readonly replyTo: string
}

export interface PressContact {
  readonly id: string
  readonly address: string
}

/** Who wants releases now. */
const isWilling = sql`not coalesce(contact.withdrawn, false) and contact.bounced_at is null`

/**
 * Those who get releases in a language about these topics. Who chose no topics gets all.
 * @param topics ids.
 */
export async function contactsFor(
  locale: Locale,
  topics: readonly string[],
  database: Database,
): Promise<PressContact[]> {
  const { rows } = await database.execute<PressContact & Record<string, unknown>>(sql`
    select contact.id, contact.email as address from press_contacts contact
    where contact.locale::text = ${locale} and ${isWilling} and (
      not exists (select from press_contacts_rels tie where tie.parent_id = contact.id and tie.path = 'topics')
      or exists (
        select from press_contacts_rels tie
        where tie.parent_id = contact.id and tie.path = 'topics'
          and tie.topics_id::text in (select jsonb_array_elements_text(${JSON.stringify(topics)}::jsonb))
      )
    )
    order by contact.id
  `)
  return rows.map(({ id, address }) => ({ id, address }))
}

/** Those who got an earlier release about the item in the language, or are about to. */
export async function earlierContacts(
  { collection, id }: ItemReference,
  locale: Locale,
  database: Database,
): Promise<PressContact[]> {
  const { rows } = await database.execute<PressContact & Record<string, unknown>>(sql`
    select distinct contact.id, contact.email as address
    from press_releases release
    join personal_mails mail on mail.kind = 'press' and mail.key = release.key
    join press_contacts contact on contact.id = mail.contact_id
    where release.collection = ${collection} and release.item_id = ${id} and release.locale = ${locale}
      and mail.state in ('planned', 'submitting', 'submitted', 'unconfirmed') and ${isWilling}
    order by contact.id
  `)
  return rows.map(({ id: contactId, address }) => ({ id: contactId, address }))
}

export async function willingContacts(database: Database): Promise<number> {
  const { rows } = await database.execute<{ count: number }>(sql`
    select count(*)::int as count from press_contacts contact where ${isWilling}
  `)
  return rows[0]?.count ?? 0
}

/** Of these keyed hashes of addresses, those that must get no mail at all. */
export async function barredKeys(addressKeys: readonly string[], database: Database): Promise<Set<string>> {
  const { rows } = await database.execute<{ address_key: string }>(sql`
    select distinct address_key from suppressions
    where scope = 'global'
      and address_key in (select jsonb_array_elements_text(${JSON.stringify(addressKeys)}::jsonb))
  `)
  return new Set(rows.map(({ address_key }) => address_key))
}

/**
 * Enters a release with one mail for each contact. What was to leave about the item and has not is dropped: this takes
 * its place. Needs a transaction.
 * @returns to how many it goes; the same as the first time when the key is known.
 */
export async function enterRelease(
  release: StoredRelease,
  contacts: readonly PressContact[],
  transaction: Database,
): Promise<number> {
  const { key, item, locale, change, subject, html, text, files, replyTo } = release
  const { rows: entered } = await transaction.execute(sql`
    insert into press_releases (key, collection, item_id, locale, change, subject, html, text, files, reply_to, contacts)
    values (${key}, ${item.collection}, ${item.id}, ${locale}, ${change}, ${subject}, ${html}, ${text},
      ${JSON.stringify(files)}::jsonb, ${replyTo}, ${contacts.length})
    on conflict (key) do nothing returning 1
  `)
  if (entered.length === 0) return contactsOf(key, transaction)
  await transaction.execute(sql`
    update personal_mails mail set state = 'skipped', reason = 'nothing-left', updated_at = now()
    from press_releases earlier
    where mail.kind = 'press' and mail.key = earlier.key and mail.state = 'planned' and earlier.key <> ${key}
      and earlier.collection = ${item.collection} and earlier.item_id = ${item.id} and earlier.locale = ${locale}
      and mail.first_attempt_at is null and (mail.lease_until is null or mail.lease_until < now())
  `)
  const items = [{ ...item, locale, why: change }]
  await transaction.execute(sql`
    insert into personal_mails (id, contact_id, kind, key, items, locale, state)
    select gen_random_uuid(), contact.id::uuid, 'press', ${key}, ${JSON.stringify(items)}::jsonb, ${locale}, 'planned'
    from jsonb_array_elements_text(${JSON.stringify(contacts.map(({ id }) => id))}::jsonb) as contact (id)
    on conflict do nothing
  `)
  return contacts.length
}

async function contactsOf(key: string, database: Database): Promise<number> {
  const { rows } = await database.execute<{ contacts: string | number }>(sql`
    select contacts from press_releases where key = ${key}
  `)
  return Number(rows[0]?.contacts ?? 0)
}

/** Null: there is none. */
export async function findRelease(key: string, database: Database): Promise<StoredRelease | null> {
  const { rows } = await database.execute<StoredRelease & Record<string, unknown>>(sql`
    select key, jsonb_build_object('collection', collection, 'id', item_id) as item, locale, change, subject, html, text,
      files, reply_to as "replyTo"
    from press_releases where key = ${key}
  `)
  return rows[0] ?? null
}

/** They want no more. What is planned for them does not leave: it is looked up when it does. */
export async function withdrawContact(id: string, database: Database): Promise<void> {
  await database.execute(sql`
    update press_contacts set withdrawn = true, updated_at = now() where id = ${id} and not coalesce(withdrawn, false)
  `)
}

/** They are gone from the press list, and so is every copy of a mail to them. Whoever looks at such a mail next ends it. */
export async function forgetContact(id: string, transaction: Database): Promise<void> {
  await transaction.execute(sql`
    update personal_mails set handed_over = null where contact_id = ${id}::uuid and handed_over is not null
  `)
}

/** There is no such mailbox. */
export async function noteBounce(id: string, at: Date, database: Database): Promise<void> {
  await database.execute(sql`
    update press_contacts set bounced_at = ${at.toISOString()}::timestamptz, updated_at = now()
    where id = ${id} and bounced_at is null
  `)
}

/** Null: there is no such contact any more. */
export async function findContact(
  id: string,
  database: Database,
): Promise<{ readonly address: string; readonly locale: Locale } | null> {
  const { rows } = await database.execute<{ address: string; locale: Locale }>(sql`
    select email as address, locale::text as locale from press_contacts where id = ${id}
  `)
  return rows[0] ?? null
}
