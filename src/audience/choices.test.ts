import { expect, test } from 'vitest'

import { type Offer, readChoices, type SignUpFields } from './choices.ts'

const offer: Offer = {
  newsletters: [
    { id: 'practice', name: 'Practice letter', description: '' },
    { id: 'policy', name: 'Policy letter', description: '' },
  ],
  locales: ['en', 'fr', 'ar'],
  topics: [{ id: 'finance', label: 'Finance' }],
  countries: [{ id: 'greece', label: 'Greece' }],
}

const fields: SignUpFields = {
  email: 'amina@example.org',
  locale: 'ar',
  second: 'fr',
  newsletters: ['practice'],
  frequency: 'weekly',
  topics: ['finance'],
  countries: [],
  consent: true,
}

test('a form in order says who wants what in which languages', () => {
  expect(readChoices(fields, offer)).toEqual({
    choices: {
      address: { address: 'amina@example.org', canonical: 'amina@example.org' },
      locale: 'ar',
      furtherLocales: ['fr'],
      newsletterIds: ['practice'],
      follows: [],
      interests: { topics: ['finance'], countries: [], frequency: 'weekly' },
    },
  })
})

test.for([
  ['none', ''],
  ['the same language again', 'ar'],
] as const)('a second choice of %s leaves one language', ([, second]) => {
  expect(readChoices({ ...fields, second }, offer)).toMatchObject({ choices: { furtherLocales: [] } })
})

test.for([
  [{ email: 'amina' }, ['email']],
  [{ locale: 'de' }, ['locale']],
  [{ second: 'xx' }, ['second']],
  [{ newsletters: [] }, ['newsletters']],
  [{ newsletters: ['practice', 'somebody-else’s'] }, ['newsletters']],
  [{ frequency: 'hourly' }, ['frequency']],
  [{ topics: ['finance', 'sport'] }, ['topics']],
  [{ countries: ['nowhere'] }, ['countries']],
  [{ consent: false }, ['consent']],
  [{ consent: false, email: '', newsletters: [] }, ['email', 'newsletters', 'consent']],
] as const)('%o is refused, field by field in the order of the form', ([change, wrong]) => {
  expect(readChoices({ ...fields, ...change }, offer)).toEqual({ wrong })
})
