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
  further: ['fr', 'en'],
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
      furtherLocales: ['fr', 'en'],
      newsletterIds: ['practice'],
      follows: [],
      interests: { topics: ['finance'], countries: [], frequency: 'weekly' },
    },
  })
})

test.for([
  ['no further language', [], []],
  ['a field left empty before one that is not', ['', 'fr', ''], ['fr']],
  ['the first language again', ['ar', 'en'], ['en']],
  ['one language twice', ['fr', 'en', 'fr'], ['fr', 'en']],
] as const)('%s: each further language counts once, in order', ([, further, expected]) => {
  expect(readChoices({ ...fields, further }, offer)).toMatchObject({ choices: { furtherLocales: expected } })
})

test.for([
  [{ email: 'amina' }, ['email']],
  [{ locale: 'de' }, ['locale']],
  [{ further: ['fr', 'xx'] }, ['further']],
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
