import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { termsOfNewsletters } from '../reading/v1/letter-terms.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { readIssue } from './issue-source.ts'

let payload: Payload
let issueId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  const { id: coordinator } = await payload.create({
    collection: 'organisations',
    locale: 'en',
    data: { name: 'Sample Association' },
  })
  await payload.update({
    collection: 'organisations',
    id: coordinator,
    locale: 'fr',
    data: { name: 'Association exemplaire' },
  })
  const wording = { text: 'Only {responsible} answers for it.', source: 'Manual', approvedBy: 'An officer' }
  const { id: project } = await payload.create({
    collection: 'projects',
    locale: 'en',
    data: {
      acronym: 'SAMPLE',
      title: 'A sample',
      awardSigned: true,
      statement: 'co-funded',
      coordinator,
      disclaimers: [
        { ...wording, locale: 'en' },
        { ...wording, locale: 'fr' },
      ],
    },
  })
  const newsletter = await createTestNewsletter(payload)
  await payload.update({ collection: 'newsletters', id: newsletter.id, locale: 'en', data: { project } })
  const item = await createTestItem(payload)
  await item.publish('en')
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
})
afterAll(() => payload.destroy())

test.for([
  ['en', 'Only Sample Association answers for it.'],
  ['fr', 'Only Association exemplaire answers for it.'],
  ['el', 'Only Sample Association answers for it.'],
] as const)(
  'a letter in %s names the organisation that answers for it, as the site does',
  async ([locale, text]) => {
    const issue = await readIssue(payload, issueId)
    expect(issue?.newsletter.acknowledgementsIn(locale)).toMatchObject([{ disclaimer: { text } }])
  },
)

test('the API tells the same of a newsletter', async () => {
  const issue = await readIssue(payload, issueId)
  const terms = (await termsOfNewsletters(payload, 'en'))(issue?.newsletter.id ?? '')
  expect(terms.funding).toMatchObject([{ disclaimer: { text: 'Only Sample Association answers for it.' } }])
})
