import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { interfaceLocales, type Locale, localeInfo, locales, sourceLocale } from './locales.ts'
import { messages, type Namespace, namespaces } from './translator.ts'

const pluralSuffix = /_(zero|one|two|few|many|other)$/
const categoriesOf = (locale: Locale) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories

/** The keys that a locale must have: those of the source, each plural in the locale's own forms. */
function expectedKeys(locale: Locale, namespace: Namespace): string[] {
  const keys = Object.keys(messages(sourceLocale, namespace))
  const expanded = keys.flatMap((key) => {
    if (!pluralSuffix.test(key)) return [key]
    return categoriesOf(locale).map((category) => key.replace(pluralSuffix, `_${category}`))
  })
  return [...new Set(expanded)].sort()
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].sort()

/** The source's text of a key, whatever plural form it is in. */
function sourceOf(key: string, source: Record<string, string>): string {
  return source[key] ?? source[key.replace(pluralSuffix, '_other')] ?? ''
}

/** Keys whose placeholders differ. One, two and none may say the number in words. */
function wrongPlaceholders(locale: Locale, namespace: Namespace): string[] {
  const source = messages(sourceLocale, namespace)
  return Object.entries(messages(locale, namespace)).flatMap(([key, text]) => {
    const countless = /_(zero|one|two)$/.test(key)
    const counted = (list: string[]) => (countless ? list.filter((name) => name !== '{{count}}') : list)
    const [has, wants] = [counted(placeholders(text)), counted(placeholders(sourceOf(key, source)))]
    return has.join() === wants.join() ? [] : [`${key}: ${has.join(' ')} instead of ${wants.join(' ')}`]
  })
}

const cases = interfaceLocales.flatMap((locale) =>
  namespaces.map((namespace) => [locale, namespace] as const),
)

describe('every text that a person sees is there in every interface language', () => {
  test.for(cases)(
    '%s/%s has every text, in each of its plural forms, and no other',
    ([locale, namespace]) => {
      expect(Object.keys(messages(locale, namespace)).sort()).toEqual(expectedKeys(locale, namespace))
    },
  )

  test.for(cases)('%s/%s has no empty text and keeps every placeholder', ([locale, namespace]) => {
    const empty = Object.entries(messages(locale, namespace)).filter(([, text]) => text.trim() === '')

    expect(empty).toEqual([])
    expect(wrongPlaceholders(locale, namespace)).toEqual([])
  })
})

test('there are texts for all 24 official languages of the Union and for those that its newcomers read', () => {
  const official = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ')

  expect([...interfaceLocales].sort()).toEqual([...official, 'ar', 'fa', 'ru', 'tr', 'uk'].sort())
})

test('no folder of texts is without its locale', () => {
  const folders = readdirSync(join(process.cwd(), 'locales')).filter((name) =>
    existsSync(join(process.cwd(), 'locales', name, 'site.json')),
  )

  expect(folders.filter((name) => !interfaceLocales.some((locale) => locale === name))).toEqual([])
})

test('each locale is a valid language tag, and its direction is the one its script is written in', () => {
  const rtl = locales.filter((locale) => localeInfo[locale].direction === 'rtl')

  expect(locales.map((locale) => Intl.getCanonicalLocales(locale)[0])).toEqual(locales)
  expect(rtl).toEqual(['ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb'])
})
