import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { canonicalAddress } from '../../audience/canonical-address.ts'
import type { Choices } from '../../audience/choices.ts'
import { confirmSubscription } from '../../audience/confirm-subscription.ts'
import { endSubscriptions } from '../../audience/end-subscriptions.ts'
import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { findSubscriber } from '../../audience/subscriber.ts'
import { suppress } from '../../audience/suppression/suppress.ts'
import { EVERYTHING } from '../../audience/suppression/suppression-reasons.ts'
import { type Database, inTransaction, sql } from '../../database/database.ts'
import {
  type DemoFormerReader,
  type DemoSubscriber,
  demoFormerReaders,
  demoSubscribers,
} from '../network/subscribers.ts'
import { importReaders } from './imported-readers.ts'
import type { NewsletterIds } from './letters.ts'
import { madeUp } from './made-up.ts'
import type { OnProgress } from './progress.ts'
import type { Vocabularies } from './vocabularies.ts'

interface Known {
  readonly newsletters: NewsletterIds
  readonly vocabularies: Vocabularies
}

/** Enters all made-up readers, also those who left again: none of them, or all with the proof that they are made up. */
export async function loadReaders(payload: Payload, known: Known, onProgress: OnProgress): Promise<void> {
  const readers = demoSubscribers()
  const former = demoFormerReaders()
  const total = readers.length
  onProgress({ step: 'readers', done: 0, total })
  await inTransaction(payload, async (transaction) => {
    const { rows } = await transaction.execute(sql`select from consent_events where source = 'demo' limit 1`)
    if (rows.length > 0) return
    await importReaders(
      readers.filter(({ isImported }) => isImported).map((reader) => choicesOf(reader, known)),
      transaction,
    )
    for (const reader of readers.filter(({ isImported }) => !isImported))
      await signUp(reader, known, transaction)
    for (const reader of former) await leaveAgain(reader, known, transaction)
    for (const reader of readers) await saySo(reader, known, transaction)
  })
  onProgress({ step: 'readers', done: total, total })
}

/** As if they had pressed the button in their confirmation mail. */
async function signUp(reader: DemoSubscriber, known: Known, transaction: Database): Promise<string> {
  const confirmation = { tokenId: randomUUID(), choices: choicesOf(reader, known) }
  const proof = { wording: madeUp, source: 'demo', now: reader.confirmedAt }
  const confirmed = await confirmSubscription(confirmation, proof, transaction)
  if (confirmed.state !== 'confirmed') throw new Error('a made-up reader cannot be entered')
  return confirmed.subscriberId
}

async function leaveAgain(reader: DemoFormerReader, known: Known, transaction: Database): Promise<void> {
  const { how, leftAt: now } = reader
  const id = await signUp(reader, known, transaction)
  const person = await findSubscriber(id, transaction)
  if (person === null) throw new Error('a made-up reader was lost')
  const { addressKey: key, locale, newsletterIds, follows } = person
  if (how === 'erased') return eraseSubscriber(person, now, transaction)
  if (how !== 'complaint' && how !== 'bounce')
    return endSubscriptions({ subscriberId: id, newsletterIds, follows, how, locale, now }, transaction)
  const reason = how === 'complaint' ? 'complaint' : 'hard-bounce'
  const from = { origin: 'mailbox', note: null, actor: null } as const
  await suppress({ addressKey: key, scope: EVERYTHING, reason, ...from, now }, transaction)
}

/** What no form asks for at sign-up. */
async function saySo(
  { email, role, pausedUntil }: DemoSubscriber,
  { vocabularies }: Known,
  transaction: Database,
): Promise<void> {
  if (role === null && pausedUntil === null) return
  const term = role === null ? null : vocabularies.term('audiences', role)
  await transaction.execute(sql`
    update subscribers set role = ${term}::uuid, paused_until = ${pausedUntil?.toISOString() ?? null}::timestamptz
    where email = ${email}
  `)
}

function choicesOf(reader: DemoSubscriber, { newsletters, vocabularies }: Known): Choices {
  const address = canonicalAddress(reader.email)
  if (address === null) throw new RangeError('a made-up address is none')
  const { locale, furtherLocales, frequency, follows } = reader
  return {
    address,
    locale,
    furtherLocales,
    newsletterIds: reader.newsletters.map((key) => {
      const id = newsletters.get(key)
      if (id === undefined) throw new RangeError(`no newsletter ${key} in the demo network`)
      return id
    }),
    follows:
      follows === null ? [] : [{ target: 'topics', targetId: vocabularies.topic(follows), reminder: false }],
    interests: {
      frequency,
      topics: reader.topics.map((key) => vocabularies.topic(key)),
      countries: reader.countries.map((key) => vocabularies.term('countries', key)),
    },
  }
}
