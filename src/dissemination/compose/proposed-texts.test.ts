import { expect, test } from 'vitest'

import { practice, webinar } from '../../testing/editions.ts'
import { proposedTexts } from './proposed-texts.ts'

const asked = { locale: 'en', newsletter: 'EMEN letter' } as const

test.for([
  ['digest', `EMEN letter: ${webinar.title}`],
  ['announcement', webinar.title],
  ['invitation', `${webinar.title}, 9 June 2026`],
] as const)('the subject of the design %s is proposed from the leading item: %s', ([design, subject]) => {
  expect(proposedTexts({ ...asked, design, lead: webinar }).subject).toBe(subject)
})

test('the preview line is proposed from the first sentences of the summary, as far as mail programs show them', () => {
  const { preheader } = proposedTexts({ ...asked, design: 'digest', lead: practice })
  expect(preheader).toBe(practice.summary.slice(0, preheader.length))
  expect(preheader).toMatch(/\.$/)
  expect(preheader.length).toBeLessThanOrEqual(140)
})

test.for([undefined, { ...practice, locale: 'fr' as const }])(
  'without an item in the language of the texts nothing of it is proposed: %#',
  (lead) => {
    expect(proposedTexts({ ...asked, design: 'announcement', lead })).toEqual({
      subject: 'EMEN letter',
      preheader: '',
    })
  },
)
