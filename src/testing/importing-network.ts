import config from '@payload-config'
import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import { endSubscriptions } from '../audience/end-subscriptions.ts'
import { eraseSubscriber } from '../audience/erase-subscriber.ts'
import { databaseOf, inTransaction, sql } from '../database/database.ts'
import { pressConfirm } from './confirmed-person.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import { subscribersOf } from './subscribers-of.ts'

/**
 * For the top of a test file: a network with two newsletters and all that a list can name. Each test begins with nobody and
 * no list.
 */
export async function importingNetwork() {
  const payload = await getPayload({ config })
  const [practice, policy] = (await createTestNetwork(payload, ['en', 'fr', 'el', 'ar'])).newsletterIds
  const term = async (vocabulary: 'countries' | 'audiences', code: string, label: string) =>
    (await payload.create({ collection: 'terms', locale: 'en', data: { vocabulary, code, label } })).id
  const country = await term('countries', 'EL', 'Greece')
  await payload.update({ collection: 'terms', id: country, locale: 'el', data: { label: 'Ελλάδα' } })
  const role = await term('audiences', 'policy', 'Policy makers')
  // Another one is called like its code, so that the code says which only to us.
  await term('audiences', 'trainer', 'Trainers')
  await term('audiences', 'teacher', 'Trainer')
  const { id: organisation } = await payload.create({
    collection: 'organisations',
    data: { name: 'First partner' },
  })

  const clear = async () => {
    await databaseOf(payload).execute(
      emptying(`
        subscribers subscriptions follows subscriber_facets suppressions audience_imports
        audience_import_rows consent_events address_looks
      `),
    )
  }
  afterAll(() => payload.destroy())
  beforeEach(clear)

  /** @param what columns; the first two say in which order. */
  const rowsOf = async (table: string, what: string) =>
    (await databaseOf(payload).execute(sql.raw(`select ${what} from ${table} order by 1, 2`))).rows

  /** They ask for these in French, to be written to weekly. */
  const confirm = async (address: string, newsletterIds: readonly string[]): Promise<void> => {
    const interests = { topics: [], countries: [], frequency: 'weekly' } as const
    await inTransaction(payload, (transaction) =>
      pressConfirm({ address, locale: 'fr', newsletterIds, interests, now: new Date() }, transaction),
    )
  }

  /** @throws when nobody has that address. */
  async function person(email: string) {
    const [found] = await subscribersOf(payload, email)
    if (found === undefined) throw new Error('nobody of that address')
    return found
  }

  async function erase(email: string): Promise<void> {
    for (const each of await subscribersOf(payload, email))
      await inTransaction(payload, (transaction) => eraseSubscriber(each, new Date(), transaction))
  }

  async function leave(email: string, newsletterIds: readonly string[]): Promise<void> {
    for (const { id: subscriberId } of await subscribersOf(payload, email)) {
      const ending = { subscriberId, newsletterIds, how: 'page', locale: 'en', now: new Date() } as const
      await inTransaction(payload, (transaction) => endSubscriptions(ending, transaction))
    }
  }

  return {
    payload,
    practice,
    policy,
    country,
    role,
    organisation,
    clear,
    rowsOf,
    confirm,
    person,
    erase,
    leave,
  }
}
