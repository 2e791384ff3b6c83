import { describe, expect, test } from 'vitest'

import { countGraphemes, cutText, lengthOf } from './cut-text.ts'

const upTo = (limit: number) => (text: string) => countGraphemes(text) <= limit

describe('a text that is too long', () => {
  test.for([
    [
      'ends after a sentence that fills half of the room',
      30,
      'Six months in Lyon. A mentor and a plan.',
      'Six months in Lyon.',
    ],
    [
      'ends after a word when the sentence before is short',
      30,
      'Yes. Six months in Lyon with a mentor.',
      'Yes. Six months in Lyon with…',
    ],
    ['does not end in a comma', 20, 'A mentor, a plan, and a customer', 'A mentor, a plan…'],
    ['does not end in an open bracket', 10, 'A mentor (or two) for a year', 'A mentor…'],
    ['is cut inside a word only when the word alone is too long', 8, 'Entrepreneurship', 'Entrepr…'],
    ['never ends inside an address', 40, 'Read https://emen.example/a-long-address first', 'Read…'],
    ['is left as it is when it fits exactly', 9, 'A mentor.', 'A mentor.'],
    ['is nothing where nothing fits', 0, 'A mentor', ''],
  ] as const)('%s', ([, limit, text, expected]) => {
    expect(cutText(text, 'en', upTo(limit))).toBe(expected)
  })

  test('is never cut inside a character, in any script', () => {
    const text = '👩🏽‍💻👨‍👩‍👧‍👦🇪🇺नमस्तेé̂กำลังใจ'
    const whole = [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment)
    for (let limit = 2; limit <= whole.length; limit++) {
      const cut = cutText(text, 'en', upTo(limit)).replace('…', '')
      expect(whole.join('').startsWith(cut)).toBe(true)
      expect(whole.slice(0, countGraphemes(cut)).join('')).toBe(cut)
      expect(cut).not.toBe('')
    }
  })

  test.for(['one 𑂽. two 𑂽. three', 'one !ำ two !ำ three'])(
    'is not cut inside a character where a word ends in it (%s)',
    (text) => {
      const ends = new Set([...new Intl.Segmenter('und').segment(text)].map(({ index }) => index))
      for (let limit = 2; limit < countGraphemes(text); limit++)
        expect(ends).toContain(cutText(text, 'en', upTo(limit)).replace('…', '').length)
    },
  )

  test('ends after an Arabic sentence, and without the Arabic comma', () => {
    expect(cutText('ستة أشهر في ليون. مرشدة وخطة عمل وأول زبونة.', 'ar', upTo(28))).toBe('ستة أشهر في ليون.')
    expect(cutText('مرشدة، وخطة عمل، وأول زبونة', 'ar', upTo(20))).toBe('مرشدة، وخطة عمل…')
  })

  test('is cut between words where the script writes none apart', () => {
    const text = 'ผู้ประกอบการอพยพในเมืองลียง'
    const cut = cutText(text, 'en', upTo(16)).replace('…', '')
    const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)]
    expect(words.map(({ index }) => index)).toContain(cut.length)
  })
})

test('an address costs what the service asks, whether it is longer or shorter', () => {
  expect(lengthOf('See https://emen.example/a/very/long/address/indeed now', 23)).toBe(4 + 23 + 4)
  expect(lengthOf('http://a.eu', 23)).toBe(23)
  expect(lengthOf('👩🏽‍💻 é', 23)).toBe(3)
})

test.for([
  ['See https://a.eu.', 4 + 23 + 1],
  ['(https://a.eu/b), then', 1 + 23 + 7],
  ['«https://a.eu/b»', 1 + 23 + 1],
  ['اقرأ https://a.eu/b؟', 5 + 23 + 1],
  ['https://a.eu/b/ and', 23 + 4],
] as const)('the sign after an address is none of it: %s', ([text, length]) => {
  expect(lengthOf(text, 23)).toBe(length)
})

test.for([
  ['With @emen@social.example!', 'With @emen!'.length],
  ['With @emen_fr.', 'With @emen_fr.'.length],
  ['a@b.example', 'a@b.example'.length],
] as const)('a mention counts without its server: %s', ([text, length]) => {
  expect(lengthOf(text, 23)).toBe(length)
})
