import { createInstance } from 'i18next'
import { expect, test } from 'vitest'

import { sourceLocale } from './locales.ts'
import { pseudoText, pseudoTexts } from './pseudo.ts'
import { messages, namespaces } from './translator.ts'

test.for([
  ['Send test', '[Šéñđ ţéšţ ····]'],
  ['{{count}} of {{total}}', '[{{count}} öƒ {{total}} ········]'],
  ['See <0>here</0>, $t(general:or) not', '[Šéé <0>ĥéŕé</0>, $t(general:or) ñöţ ·············]'],
  ['Aa', '[Åå ···]'],
  ['Στείλε', '[Στείλε ···]'],
  ['', ''],
] as const)('%s', ([text, expected]) => {
  expect(pseudoText(text)).toBe(expected)
})

test('every letter has its accent, so that a text that was not taken from locales/ stands out', () => {
  expect(pseudoText('ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz')).not.toMatch(/[a-z]/i)
})

test('values and plurals come out as in any language', async () => {
  const i18n = createInstance()
  await i18n.init({
    lng: 'en',
    resources: {
      en: {
        translation: pseudoTexts({ one: 'x', mail_one: '{{count}} mail', mail_other: '{{count}} mails' }),
      },
    },
    interpolation: { escapeValue: false },
  })

  expect([i18n.t('mail', { count: 1 }), i18n.t('mail', { count: 2 })]).toEqual([
    '[1 ɱåîļ ·····]',
    '[2 ɱåîļš ······]',
  ])
})

test.for(namespaces)('no text of %s loses a placeholder', (namespace) => {
  const placeholders = (text: string) => text.match(/\{\{[^}]+\}\}/g)?.sort() ?? []
  for (const text of Object.values(messages(sourceLocale, namespace)))
    expect(placeholders(pseudoText(text))).toEqual(placeholders(text))
})
