import { expect, test } from 'vitest'

import { acknowledgementOf } from './acknowledgement.ts'

const project = {
  acronym: 'EMEN',
  awardSigned: true,
  statement: 'co-funded',
  disclaimers: [
    { locale: 'en', text: 'The sole responsibility of {responsible}.' },
    { locale: 'fr', text: 'Sous la seule responsabilité de {responsible}.' },
  ],
} as const

const responsible = { en: 'KMOP', fr: 'KMOP (France)', ar: 'كموب' }

test('a disclaimer stands in the reader’s language and names who answers for the item', () => {
  expect(acknowledgementOf(project, { locale: 'fr', responsible })).toEqual([
    {
      project: 'EMEN',
      statement: 'co-funded',
      emblem: true,
      disclaimer: { text: 'Sous la seule responsabilité de KMOP (France).', locale: 'fr' },
    },
  ])
})

test('where none is approved in that language the English one stands and says that it is English', () => {
  const [acknowledgement] = acknowledgementOf(project, { locale: 'ar', responsible })

  expect(acknowledgement?.disclaimer).toEqual({ text: 'The sole responsibility of KMOP.', locale: 'en' })
})

test('before the award is signed there is no emblem', () => {
  const [acknowledgement] = acknowledgementOf(
    { ...project, awardSigned: false },
    { locale: 'en', responsible: {} },
  )

  expect(acknowledgement?.emblem).toBe(false)
})
