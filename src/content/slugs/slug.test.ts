import { describe, expect, test } from 'vitest'

import { locales } from '../../i18n/locales.ts'
import { slugOf } from './slug.ts'

describe('a title gives an address that its readers can read', () => {
  test.for([
    ['en', 'Mentoring: what works, and what does not?', 'mentoring-what-works-and-what-does-not'],
    ['en', "What's new – and what isn’t", 'whats-new-and-what-isnt'],
    ['fr', 'Guide des bonnes pratiques – été 2026', 'guide-des-bonnes-pratiques-ete-2026'],
    ['fr', "L'entreprise d’à côté", 'l-entreprise-d-a-cote'],
    ['de', 'Übersicht für Größen', 'uebersicht-fuer-groessen'],
    ['da', 'Ærø på nye måder', 'aeroe-paa-nye-maader'],
    ['fi', 'Hyvä käytäntö', 'hyva-kaytanto'],
    ['pl', 'Łódź: wsparcie', 'lodz-wsparcie'],
    ['mt', 'Ħidma Ġdida', 'hidma-gdida'],
    ['hr', 'Đakovo čuva običaje', 'dakovo-cuva-obicaje'],
    ['tr', 'IŞIK İçin', 'isik-icin'],
    ['ku', 'Şêwra nû', 'sewra-nu'],
  ] as const)('%s: %s', ([locale, title, slug]) => {
    expect(slugOf(title, locale)).toBe(slug)
  })

  test.for([
    ['Οδηγός καλών πρακτικών', 'odigos-kalon-praktikon'],
    ['Υπουργείο Ευρώπης', 'ypourgeio-evropis'],
    ['Αυτός ευχαριστεί την αύρα', 'aftos-efcharistei-tin-avra'],
    ['Άυλη προϋπόθεση', 'ayli-proypothesi'],
    ['Μπύρα, εμπόριο και κλαμπ', 'byra-emporio-kai-klab'],
    ['Άγγελος, άγχος, σφίγξ', 'angelos-anchos-sfinx'],
    ['ΟΔΗΓΟΣ ΑΓΟΡΑΣ', 'odigos-agoras'],
  ] as const)('Greek, as on passports: %s', ([title, slug]) => {
    expect(slugOf(title, 'el')).toBe(slug)
  })

  test.for([
    ['uk', 'Україна: підприємці й громади', 'ukraina-pidpryiemtsi-y-hromady'],
    ['uk', "Об'єднання Європи, їхня згода", 'obiednannia-yevropy-yikhnia-zghoda'],
    ['bg', 'Българска търговия', 'balgarska-targovia'],
    ['bg', 'Ѝ, щастие и ябълки', 'i-shtastie-i-yabalki'],
    ['ru', 'Объединение предпринимателей', 'obedinenie-predprinimatelei'],
    ['ru', 'За́мок и щит', 'zamok-i-shchit'],
    ['en', 'Київ and Београд', 'kiiv-and-beograd'],
  ] as const)('Cyrillic, as the law of %s has it: %s', ([locale, title, slug]) => {
    expect(slugOf(title, locale)).toBe(slug)
  })

  test.for([
    ['ar', 'دليل الممارسات الجيّدة', 'دليل-الممارسات-الجيدة'],
    ['ar', 'مـــؤتمر ٢٠٢٦', 'مؤتمر-2026'],
    ['ar', 'أسئلة وأجوبة', 'أسئلة-وأجوبة'],
    ['fa', 'راهنمای کارآفرینان', 'راهنمای-کارآفرینان'],
    ['fa', 'كتاب‌هاي ۱۴۰۴', 'کتاب-های-1404'],
    ['ti', 'ሓበሬታ ንስደተኛታት', 'ሓበሬታ-ንስደተኛታት'],
  ] as const)('other scripts keep their letters, in one spelling: %s %s', ([locale, title, slug]) => {
    expect(slugOf(title, locale)).toBe(slug)
  })
})

test('a long title is cut at a word', () => {
  const slug = slugOf('support '.repeat(20), 'en')
  expect(slug).toBe(Array.from({ length: 10 }, () => 'support').join('-'))
})

test('letters that are encoded in an address count as what they become there', () => {
  const slug = slugOf('دليل الممارسات '.repeat(10), 'ar')

  expect(slug).toBe('دليل-الممارسات-دليل-الممارسات-دليل-الممارسات')
  expect(encodeURIComponent(slug).length).toBeLessThanOrEqual(240)
})

test('a single word that is too long loses its end, not half a letter', () => {
  expect(slugOf('𐐨'.repeat(100), 'en')).toBe('𐐨'.repeat(20))
  expect(slugOf('a'.repeat(100), 'en')).toBe('a'.repeat(80))
})

test('a title without a letter gives none', () => {
  expect(slugOf('!?…', 'en')).toBe('')
})

test.for(locales)('in %s a slug that is typed again stays as it is', (locale) => {
  for (const title of ["L'été à Αθήνα", 'Объединение їжаків', 'دليل ٢٠٢٦ كتابي', 'İstanbul & Łódź']) {
    const slug = slugOf(title, locale)
    expect(slugOf(slug, locale)).toBe(slug)
  }
})
