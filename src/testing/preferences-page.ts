import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import config from '../../payload.config.ts'
import { preferencesUrl } from '../audience/links.ts'
import type { Subscriber } from '../audience/subscriber.ts'
import { answerPreferences, answerPreferencesForm } from '../site/subscriber/preferences-answers.ts'
import { confirmedPerson } from './confirmed-person.ts'
import { createTestItem } from './create-item.ts'
import { createTestNetwork } from './create-network.ts'
import { tokenOf } from './subscriber-path.ts'
import { type Visitor, visitor } from './visitor.ts'

export type Fields = readonly (readonly [string, string])[]

/** What a form says of which nothing was changed, but for newsletters and what is followed. */
export const untouched: Fields = [
  ['locales', 'en'],
  ['frequency', 'every-issue'],
  ['role', ''],
  ['organisation', ''],
  ['pause', ''],
]

/** Of the link to somebody's settings. */
export const preferencesToken = ({ id }: Pick<Subscriber, 'id'>): string => tokenOf(preferencesUrl(id))

/** What the page of somebody's settings answers to such a form, when all is done that it left for later. */
export async function sendPreferences(
  visitor: Visitor,
  whom: Pick<Subscriber, 'id'>,
  fields: Fields,
): Promise<Response> {
  const answer = await answerPreferences(visitor.post('/preferences/x', fields), {
    token: preferencesToken(whom),
  })
  await visitor.settle()
  return answer
}

/**
 * For the top of a test file: a network with all that can be chosen on the page of one's settings, and Amina, who has it
 * open.
 */
export async function preferencesPage() {
  const payload = await getPayload({ config })
  const [practice, policy] = (await createTestNetwork(payload, ['en', 'ar'])).newsletterIds
  const topic = async (label: string) => (await payload.create({ collection: 'topics', data: { label } })).id
  const mentoring = await topic('Mentoring')
  const finance = await topic('Finance')
  const term = async (vocabulary: 'countries' | 'audiences', label: string) =>
    (await payload.create({ collection: 'terms', data: { vocabulary, code: label.toLowerCase(), label } })).id
  const germany = await term('countries', 'Germany')
  const adviser = await term('audiences', 'Adviser')
  const published = await createTestItem(payload)
  await published.publish('en', { title: 'A call is open' })
  const item = published.id
  const unpublished = await createTestItem(payload)
  const draft = unpublished.id
  const organisation = (
    await payload.create({ collection: 'organisations', data: { name: 'House of Trade' } })
  ).id

  const self = { amina: visitor(payload) }
  afterAll(() => payload.destroy())
  beforeEach(() => {
    self.amina = visitor(payload)
  })

  let count = 0

  /** Somebody new each time, so that tests share nothing. */
  const person = (choices: Omit<Parameters<typeof confirmedPerson>[1], 'address'> = {}) => {
    count += 1
    return confirmedPerson(payload, {
      address: `amina${count}@example.org`,
      newsletterIds: [practice],
      ...choices,
    })
  }

  const open = async (whom: Subscriber): Promise<string> =>
    (await answerPreferencesForm(self.amina.get('/preferences/x'), { token: preferencesToken(whom) })).text()

  async function send(whom: Subscriber, fields: Fields) {
    const answer = await sendPreferences(self.amina, whom, fields)
    return { status: answer.status, page: await answer.text() }
  }

  return Object.assign(self, {
    payload,
    practice,
    policy,
    mentoring,
    finance,
    germany,
    adviser,
    organisation,
    item,
    draft,
    person,
    open,
    send,
  })
}
