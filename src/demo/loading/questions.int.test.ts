import { getPayload } from 'payload'
import { afterAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { loadOrganisations } from './organisations.ts'
import { loadQuestions } from './questions.ts'
import { loadVocabularies } from './vocabularies.ts'

const payload = await getPayload({ config, disableOnInit: true })
afterAll(() => payload.destroy())

test('the made-up questions are there once, one answered and in the FAQ, one with its partner, one with nobody’s; nobody is mailed', {
  timeout: 120_000,
}, async () => {
  const silent = () => undefined
  const vocabularies = await loadVocabularies(payload, silent)
  const bodies = await loadOrganisations(payload, vocabularies, silent)
  await loadQuestions(payload, { bodies, vocabularies })
  await loadQuestions(payload, { bodies, vocabularies })
  const { rows } = await databaseOf(payload).execute(sql`
    select locale, state, routed_why, organisation_id is null as nobody, faq_id is not null as promoted
    from questions order by number
  `)
  expect(rows).toEqual([
    { locale: 'ar', state: 'answered', routed_why: 'topic', nobody: false, promoted: true },
    { locale: 'el', state: 'open', routed_why: 'topic-and-country', nobody: false, promoted: false },
    { locale: 'uk', state: 'open', routed_why: 'fallback', nobody: true, promoted: false },
  ])
  const mails = await databaseOf(payload).execute(sql`select distinct state from personal_mails`)
  expect(mails.rows).toEqual([{ state: 'submitted' }])
  const entries = await databaseOf(payload).execute(sql`
    select _locale::text as locale from faqs_locales where _status = 'published' order by 1
  `)
  expect(entries.rows.map(({ locale }) => locale)).toEqual(['ar', 'en', 'fr'])
})
