import { createHash } from 'node:crypto'

import type { Payload } from 'payload'

import { canonicalAddress } from '../../audience/canonical-address.ts'
import { inTransaction, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { type DemoSubscriber, demoSubscribers } from '../network/subscribers.ts'
import type { NewsletterIds } from './letters.ts'
import type { OnProgress } from './progress.ts'

/** What stands in the proof of consent of a reader who does not exist. */
const wording = 'Made up for this demonstration: nobody agreed to anything, and nobody has this address.'

/** Enters all made-up readers at once: none of them, or all with their subscriptions and the proof that they are made up. */
export async function loadReaders(
  payload: Payload,
  newsletters: NewsletterIds,
  onProgress: OnProgress,
): Promise<void> {
  const rows = JSON.stringify(demoSubscribers().map((reader) => rowOf(reader, newsletters)))
  const { length: total } = demoSubscribers()
  onProgress({ step: 'readers', done: 0, total })
  await inTransaction(payload, async (transaction) => {
    await transaction.execute(sql`
      with reader as (
        select * from jsonb_to_recordset(${rows}::jsonb) as row (
          email text, address_key text, locale text, further_locales jsonb, newsletter_ids jsonb,
          confirmed_at timestamptz, paused_until timestamptz
        )
      ), person as (
        insert into subscribers
          (id, email, address_key, locale, further_locales, status, confirmed_at, paused_until, created_at, updated_at)
        select uuidv7(confirmed_at - now()), email, address_key, locale, further_locales,
          'active', confirmed_at, paused_until, confirmed_at, confirmed_at
        from reader
        on conflict (address_key) do nothing
        returning id, address_key
      ), tie as (
        insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
        select person.id, newsletter.id::uuid, 'confirmed', reader.confirmed_at
        from person join reader using (address_key),
          jsonb_array_elements_text(reader.newsletter_ids) as newsletter (id)
      )
      insert into consent_events
        (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source, at)
      select person.address_key, 'imported', reader.newsletter_ids, 'en', ${wording}::text, 'demo', ${hashOf(wording)}::text,
        'demo', reader.confirmed_at
      from person join reader using (address_key)
    `)
  })
  onProgress({ step: 'readers', done: total, total })
}

function rowOf(reader: DemoSubscriber, newsletterIds: NewsletterIds) {
  const address = canonicalAddress(reader.email)
  if (address === null) throw new RangeError('a made-up address is none')
  return {
    email: address.address,
    address_key: addressKey(address.canonical),
    locale: reader.locale,
    further_locales: reader.furtherLocales,
    newsletter_ids: reader.newsletters.map((key) => newsletterIds.get(key)),
    confirmed_at: reader.confirmedAt,
    paused_until: reader.pausedUntil,
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
