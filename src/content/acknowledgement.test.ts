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

test('a disclaimer stands in the reader’s language and names who answers for the item', () => {
  expect(acknowledgementOf(project, { locale: 'fr', responsible: 'KMOP' })).toEqual([
    {
      project: 'EMEN',
      statement: 'co-funded',
      emblem: true,
      disclaimer: { text: 'Sous la seule responsabilité de KMOP.', locale: 'fr' },
    },
  ])
})

test('where none is approved in that language the English one stands and says that it is English', () => {
  const [acknowledgement] = acknowledgementOf(project, { locale: 'ar', responsible: 'KMOP' })

  expect(acknowledgement?.disclaimer).toEqual({ text: 'The sole responsibility of KMOP.', locale: 'en' })
})

test('before the award is signed there is no emblem', () => {
  const [acknowledgement] = acknowledgementOf(
    { ...project, awardSigned: false },
    { locale: 'en', responsible: null },
  )

  expect(acknowledgement?.emblem).toBe(false)
})
