import { expect, test } from 'vitest'

import { canonicalAddress } from '../canonical-address.ts'
import { chooseRoute, type QuestionRoute } from './choose-route.ts'
import type { Asked } from './question.ts'

const address = canonicalAddress('amina@example.org') ?? { address: '', canonical: '' }
const asked: Asked = {
  address,
  name: null,
  question: 'How?',
  locale: 'ar',
  furtherLocales: ['fr'],
  topicId: 'finance',
  countryId: 'BE',
}

const route = (id: string, named: Partial<QuestionRoute> = {}): QuestionRoute => ({
  id,
  organisationId: `of ${id}`,
  topicIds: [],
  countryIds: [],
  locales: [],
  ...named,
})

const everything = route('everything')
const country = route('country', { countryIds: ['BE', 'FR'] })
const topic = route('topic', { topicIds: ['finance'] })
const both = route('both', { topicIds: ['law', 'finance'], countryIds: ['BE'] })
const topicInFrench = route('topic-in-french', { topicIds: ['finance'], locales: ['fr'] })
const elsewhere = route('elsewhere', { topicIds: ['finance'], countryIds: ['EL'] })
const inGreek = route('in-greek', { topicIds: ['finance'], countryIds: ['BE'], locales: ['el'] })

test.for([
  ['another topic', { topicId: null }, [topic, country], 'country', 'country'],
  ['another country', { countryId: null }, [both, country, topic], 'topic', 'topic'],
  ['another topic and country', { topicId: null, countryId: null }, [both, everything], 'everything', 'any'],
  ['what no rule names', { topicId: null, countryId: null }, [both, topic, country], null, 'fallback'],
] as const)('a question about %s fits only rules that name none', ([, other, routes, id, why]) => {
  expect(chooseRoute({ ...asked, ...other }, routes)).toEqual({
    routeId: id,
    organisationId: id === null ? null : `of ${id}`,
    why,
  })
})

test.for([
  ['no rule is there', [], null, 'fallback'],
  ['none fits', [elsewhere, inGreek], null, 'fallback'],
  ['one fits', [elsewhere, everything], 'everything', 'any'],
  ['a country is named', [everything, country], 'country', 'country'],
  ['a topic counts more than a country', [country, topic], 'topic', 'topic'],
  ['both count more than one', [topic, country, both], 'both', 'topic-and-country'],
  ['a language decides among equals', [topic, topicInFrench], 'topic-in-french', 'topic'],
  ['else the oldest', [topic, route('later', { topicIds: ['finance'] })], 'topic', 'topic'],
] as const)('where %s, the question is whose it should be, with the reason', ([, routes, id, why]) => {
  expect(chooseRoute(asked, routes)).toEqual({
    routeId: id,
    organisationId: id === null ? null : `of ${id}`,
    why,
  })
})
