import { expect, test } from 'vitest'

import { slugOf } from './slug.ts'

test.for([
  ['en', 'Mentoring: what works, and what does not?', 'mentoring-what-works-and-what-does-not'],
  ['fr', 'Guide des bonnes pratiques – été 2026', 'guide-des-bonnes-pratiques-ete-2026'],
  ['de', 'Übersicht für Größen', 'ubersicht-fur-grossen'],
  ['pl', 'Łódź: wsparcie', 'lodz-wsparcie'],
  ['tr', 'IŞIK İçin', 'isik-icin'],
  ['el', 'Οδηγός καλών πρακτικών', 'odigos-kalon-praktikon'],
  ['el', 'Υπουργείο Ευρώπης', 'ypourgeio-evropis'],
  ['uk', 'Україна: підприємці й громади', 'ukraina-pidpryiemtsi-i-hromady'],
  ['bg', 'Българска търговия', 'balgarska-targoviya'],
  ['ru', 'Объединение предпринимателей', 'obedinenie-predprinimatelei'],
  ['ar', 'دليل الممارسات الجيّدة', 'دليل-الممارسات-الجيدة'],
  ['fa', 'راهنمای کارآفرینان', 'راهنمای-کارآفرینان'],
] as const)('in %s a title gives an address that its readers can read: %s', ([locale, title, slug]) => {
  expect(slugOf(title, locale)).toBe(slug)
})

test('a long title is cut at a word', () => {
  const slug = slugOf('support '.repeat(20), 'en')
  expect(slug).toBe(Array.from({ length: 10 }, () => 'support').join('-'))
})

test('a title without a letter gives none', () => {
  expect(slugOf('!?…', 'en')).toBe('')
})
