import { expect, test } from 'vitest'

import { wordChanges } from './word-changes.ts'

const told = (before: string, after: string, locale = 'en') =>
  wordChanges(before, after, locale)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('')

test.for([
  ['nothing', 'Ask first.', 'Ask first.', 'Ask first.'],
  ['one word', 'Ask him first.', 'Ask her first.', 'Ask -him-+her+ first.'],
  [
    'a phrase',
    'with a good plan are',
    'with years of experience are',
    'with -a good plan-+years of experience+ are',
  ],
  ['a sentence at the end', 'Ask.', 'Ask. Then sign.', 'Ask.+ Then sign.+'],
  ['a word that went', 'Ask them very early.', 'Ask them early.', 'Ask them -very -early.'],
  ['a mark', 'Ask ⟦1⟧now⟦/1⟧.', 'Ask now.', 'Ask -⟦1⟧-now-⟦/1⟧-.'],
  ['everything', '', 'New', '+New+'],
] as const)('a source of which %s changed shows just that', ([, before, after, shown]) => {
  expect(told(before, after)).toBe(shown)
})

test.for([
  ['el', 'Ρωτήστε πρώτα τον σύμβουλο', 'Ρωτήστε μετά τον σύμβουλο', 'Ρωτήστε -πρώτα-+μετά+ τον σύμβουλο'],
  ['ar', 'اسأل أولًا ثم وقّع', 'اسأل لاحقًا ثم وقّع', 'اسأل -أولًا-+لاحقًا+ ثم وقّع'],
] as const)('words of every script are words: %s', ([locale, before, after, shown]) => {
  expect(told(before, after, locale)).toBe(shown)
})

test('both versions can be read back from what is shown', () => {
  const [before, after] = ['One two  three, four', 'Zero two three; five four six']
  const changes = wordChanges(before, after, 'en')
  const without = (kind: string) =>
    changes
      .filter((change) => change.kind !== kind)
      .map(({ text }) => text)
      .join('')
  expect([without('added'), without('removed')]).toEqual([before, after])
})
