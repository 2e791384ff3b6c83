import { expect, test } from 'vitest'

import { practiceInArabic } from '../testing/items.ts'
import { announce, plainBlocks } from './announcement.ts'
import { countGraphemes } from './cut-text.ts'
import { isolateForeign } from './isolate.ts'

const shown = (text: string) => text.replaceAll('\u2068', '[').replaceAll('\u2069', ']')

test.for([
  ['is a name in other letters', 'شبكة EMEN للأعمال', 'شبكة [EMEN] للأعمال'],
  ['is a name of several words with figures', 'في Women in Tech 2026 اليوم', 'في [Women in Tech 2026] اليوم'],
  ['is what begins a line', 'EMEN شبكة', '[EMEN] شبكة'],
  ['is a figure that a word begins with', 'طباعة 3D جديدة', 'طباعة [3D] جديدة'],
  ['is not a figure alone', 'في 2026، 30 مشاركة', 'في 2026، 30 مشاركة'],
  ['is Greek too', 'في Αθήνα غدا', 'في [Αθήνα] غدا'],
  ['keeps its own brackets', 'شبكة EMEN (Europe) هنا', 'شبكة [EMEN (Europe)] هنا'],
  ['leaves brackets around it outside', 'شبكة (EMEN) هنا', 'شبكة ([EMEN]) هنا'],
  ['does not reach over an Arabic comma', 'EMEN، Lyon', '[EMEN]، [Lyon]'],
  ['is no address', 'اقرأ https://emen.example/en/a?b=c هنا', 'اقرأ https://emen.example/en/a?b=c هنا'],
  ['is no hashtag and no mention', '#EMEN مع @emen@social.example', '#EMEN مع @emen@social.example'],
] as const)('what is set apart %s', ([, text, expected]) => {
  expect(shown(isolateForeign(text, 'ar'))).toBe(expected)
  expect(isolateForeign(text, 'fr')).toBe(text)
})

test('an announcement in Arabic sets a foreign name apart in every part, and counts the marks', () => {
  const named = { ...practiceInArabic, title: 'EMEN تعلن', summary: 'مع Startup Lyon وغيرها' }
  const form = { write: plainBlocks, fits: (text: string) => countGraphemes(text) <= 500 }
  const { text, parts } = announce(named, { change: 'corrected', reason: 'كان Lyon خطأ' }, form)

  expect(shown(text)).toContain('[EMEN] تعلن')
  expect(shown(text)).toContain('مع [Startup Lyon] وغيرها')
  expect(shown(text)).toContain('كان [Lyon] خطأ')
  expect(text).toContain(`\n${named.url}`)
  expect(plainBlocks(parts)).toBe(text)

  const room = countGraphemes(text) - 1
  const cut = announce(
    named,
    { change: 'corrected', reason: 'كان Lyon خطأ' },
    {
      ...form,
      fits: (written) => countGraphemes(written) <= room,
    },
  )
  expect(countGraphemes(cut.text)).toBeLessThanOrEqual(room)
  expect(cut.shortened).toEqual(['summary'])
})
