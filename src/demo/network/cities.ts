import type { DemoLocale } from './shapes.ts'

/** Cities of the demo by their English name: what each language calls them, where that differs. */
const cities: Readonly<Record<string, Readonly<Partial<Record<DemoLocale, string>>>>> = {
  Athens: { fr: 'Athènes', de: 'Athen', es: 'Atenas', it: 'Atene', el: 'Αθήνα', ar: 'أثينا', uk: 'Афіни' },
  Barcelona: { fr: 'Barcelone', it: 'Barcellona', el: 'Βαρκελώνη', ar: 'برشلونة', uk: 'Барселона' },
  Berlin: { es: 'Berlín', it: 'Berlino', el: 'Βερολίνο', ar: 'برلين', uk: 'Берлін' },
  Brussels: {
    fr: 'Bruxelles',
    de: 'Brüssel',
    es: 'Bruselas',
    it: 'Bruxelles',
    el: 'Βρυξέλλες',
    ar: 'بروكسل',
    uk: 'Брюссель',
  },
  Helsinki: { el: 'Ελσίνκι', ar: 'هلسنكي', uk: 'Гельсінкі' },
  London: { fr: 'Londres', es: 'Londres', it: 'Londra', el: 'Λονδίνο', ar: 'لندن', uk: 'Лондон' },
  Lyon: { it: 'Lione', el: 'Λυών', ar: 'ليون', uk: 'Ліон' },
  Malmö: { el: 'Μάλμε', ar: 'مالمو', uk: 'Мальме' },
  Palermo: { fr: 'Palerme', el: 'Παλέρμο', ar: 'باليرمو', uk: 'Палермо' },
  Thessaloniki: {
    fr: 'Thessalonique',
    es: 'Tesalónica',
    it: 'Salonicco',
    el: 'Θεσσαλονίκη',
    ar: 'سالونيك',
    uk: 'Салоніки',
  },
  Vienna: { fr: 'Vienne', de: 'Wien', es: 'Viena', el: 'Βιέννη', ar: 'فيينا', uk: 'Відень' },
  Warsaw: {
    fr: 'Varsovie',
    de: 'Warschau',
    es: 'Varsovia',
    it: 'Varsavia',
    el: 'Βαρσοβία',
    ar: 'وارسو',
    uk: 'Варшава',
  },
}

/** @throws {RangeError} when the demo knows no such city. */
export function cityIn(city: string, locale: DemoLocale): string {
  const names = cities[city]
  if (names === undefined) throw new RangeError(`no names for ${city}`)
  return names[locale] ?? city
}
