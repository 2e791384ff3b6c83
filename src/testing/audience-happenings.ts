import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { consentWording } from '../audience/consent-wording.ts'
import { endSubscriptions } from '../audience/end-subscriptions.ts'
import { eraseSubscriber } from '../audience/erase-subscriber.ts'
import { onList } from '../audience/mailing-list.ts'
import { savePreferences } from '../audience/preferences.ts'
import { restoreSubscription } from '../audience/restore-subscription.ts'
import type { Subscriber } from '../audience/subscriber.ts'
import { release } from '../audience/suppression/release.ts'
import { suppress } from '../audience/suppression/suppress.ts'
import { EVERYTHING } from '../audience/suppression/suppression-reasons.ts'
import { inTransaction } from '../database/database.ts'
import { pressConfirm } from './confirmed-person.ts'
import { things } from './consent-network.ts'

const wording = consentWording('en', 'Sample network')

/** Something that happens to a person, or nothing where it cannot happen to them now. */
export type Happening = (
  person: Subscriber | null,
  email: string,
  now: Date,
  random: () => number,
) => Promise<void>

const subset = <T>(all: readonly T[], random: () => number): T[] => all.filter(() => random() < 0.5)
/** Drawn with the same chance. */
export const oneOf = <T>(all: readonly [T, ...T[]], random: () => number): T =>
  all[Math.floor(random() * all.length)] ?? all[0]

/** The same, for those who are there. */
const known =
  (happen: (person: Subscriber, now: Date, random: () => number) => Promise<unknown>): Happening =>
  async (person, _, now, random) => {
    if (person !== null) await happen(person, now, random)
  }

/** All that can happen to somebody in a network with these newsletters, by name. */
export function audienceHappenings(
  payload: Payload,
  newsletterIds: readonly string[],
): Readonly<Record<string, Happening>> {
  const inOne = <Result>(work: Parameters<typeof inTransaction<Result>>[1]) => inTransaction(payload, work)

  const bar =
    (reason: 'complaint' | 'hard-bounce' | 'manual', isOfOne = false) =>
    (person: Subscriber, now: Date, random: () => number) =>
      inOne((transaction) =>
        suppress(
          {
            addressKey: person.addressKey,
            scope: isOfOne ? (subset(newsletterIds, random)[0] ?? EVERYTHING) : EVERYTHING,
            reason,
            origin: reason === 'manual' ? 'officer' : 'mailbox',
            note: null,
            actor: null,
            now,
          },
          transaction,
        ),
      )

  return {
    confirm: (_, email, now, random) =>
      inOne(async (transaction) => {
        const chosen = { newsletterIds: subset(newsletterIds, random), follows: subset(things, random) }
        await pressConfirm({ address: email, now, ...chosen }, transaction)
      }),
    savePreferences: known((person, now, random) =>
      inOne((transaction) =>
        savePreferences(
          person,
          {
            locales: ['en'],
            newsletterIds: subset(newsletterIds, random),
            follows: subset(person.follows, random),
            frequency: oneOf(['every-issue', 'weekly', 'monthly'], random),
            topics: [],
            countries: [],
            role: null,
            organisation: null,
            timeZone: null,
            pausedUntil: null,
            newsletterPauses: new Map(),
          },
          { wording, now },
          transaction,
        ),
      ),
    ),
    oneClick: known((person, now, random) => {
      const list = oneOf(['digest', 'notices', ...newsletterIds], random)
      return inOne((transaction) =>
        endSubscriptions(
          { subscriberId: person.id, ...onList(list, person), how: 'one-click', locale: 'en', now },
          transaction,
        ),
      )
    }),
    undo: known(async (person, now) => {
      const left = { newsletterIds: person.newsletterIds, follows: person.follows }
      await inOne((transaction) =>
        endSubscriptions({ subscriberId: person.id, ...left, how: 'page', locale: 'en', now }, transaction),
      )
      await inOne((transaction) => restoreSubscription(person, left, { wording, now }, transaction))
    }),
    erase: known((person, now) => inOne((transaction) => eraseSubscriber(person, now, transaction))),
    complain: known(bar('complaint')),
    bounce: known(bar('hard-bounce')),
    bar: known(bar('manual')),
    barOne: known(bar('manual', true)),
    release: known((person, now) =>
      inOne(async (transaction) => {
        for (const reason of ['complaint', 'hard-bounce', 'manual'] as const)
          await release(
            {
              addressKey: person.addressKey,
              scope: EVERYTHING,
              reason,
              note: 'They asked for it',
              actor: randomUUID(),
              now,
            },
            transaction,
          )
      }),
    ),
  }
}
