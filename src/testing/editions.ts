import type { PublishedItem } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'
import type { EditionItem, EditionProps } from '../newsletter/render-edition.ts'

/** A practice in English, public in English and French. */
export const practice: PublishedItem = {
  collection: 'practices',
  id: '0197a000-0000-7000-8000-000000000001',
  locale: 'en',
  sourceLocale: 'en',
  slug: 'borrowed-shopfronts',
  title: 'Borrowed shopfronts: trade for six weeks before you sign a lease',
  summary:
    'The city lends an empty shop, a mentor stands beside the till on Saturdays, and at the end you decide with your own numbers in hand. Some decided against it. That counts as a result too.',
  url: 'https://emen.example/en/practices/borrowed-shopfronts',
  alternates: {
    en: 'https://emen.example/en/practices/borrowed-shopfronts',
    fr: 'https://emen.example/fr/practices/vitrines-pretees',
  },
  publishedAt: new Date('2026-05-02T09:00:00Z'),
  updatedAt: new Date('2026-05-02T09:00:00Z'),
  image: null,
  places: ['Leipzig', 'Germany'],
  topics: ['Premises'],
  event: null,
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  organisation: null,
  acknowledgements: [],
  machineTranslated: false,
  corrections: [],
  sample: true,
}

/** A webinar in Brussels time. */
export const webinar: PublishedItem = {
  ...practice,
  collection: 'events',
  id: '0197a000-0000-7000-8000-000000000002',
  slug: 'finance-in-a-crisis',
  title: 'Unlocking diversity: finance in a time of crisis',
  summary:
    'First of four webinars. Microlenders and city officials on keeping small loans alive while shops are closed.',
  url: 'https://emen.example/en/events/finance-in-a-crisis',
  alternates: { en: 'https://emen.example/en/events/finance-in-a-crisis' },
  places: ['Belgium'],
  event: {
    start: new Date('2026-06-09T12:00:00Z'),
    end: new Date('2026-06-09T14:00:00Z'),
    timeZone: 'Europe/Brussels',
    mode: 'online',
    status: 'as-planned',
    venue: null,
    previousStart: null,
  },
  machineTranslated: false,
  corrections: [],
  sample: false,
}

export const paper: PublishedItem = {
  ...practice,
  collection: 'publications',
  id: '0197a000-0000-7000-8000-000000000003',
  slug: 'coaching-and-mentoring',
  title: 'Coaching and mentoring: what three schemes do differently',
  summary:
    'Three schemes in the United Kingdom, Finland and Germany, compared on four categories, with the features each has and the others lack.',
  url: 'https://emen.example/en/publications/coaching-and-mentoring',
  alternates: {
    en: 'https://emen.example/en/publications/coaching-and-mentoring',
    fr: 'https://emen.example/fr/publications/coaching-et-mentorat',
    de: 'https://emen.example/de/publications/coaching-und-mentoring',
  },
  organisation: 'AEIDL',
  machineTranslated: false,
  corrections: [],
  sample: false,
}

export const newsItem: PublishedItem = {
  ...practice,
  collection: 'news',
  id: '0197a000-0000-7000-8000-000000000004',
  slug: 'final-conference',
  title: 'The final conference moves online',
  summary:
    'We planned to meet in September, in one room, with two sister networks. The programme stands; the train journey does not.',
  url: 'https://emen.example/en/news/final-conference',
  alternates: { en: 'https://emen.example/en/news/final-conference' },
  publishedAt: new Date('2026-05-28T08:00:00Z'),
  machineTranslated: false,
  corrections: [],
  sample: false,
}

export const shown = (item: PublishedItem, edition: Locale = 'en'): EditionItem => ({
  item,
  shownLocale: item.locale,
  fallbackReason: item.locale === edition ? null : 'not-translated-shown-labelled',
})

interface Changes extends Partial<EditionProps> {
  /** In place of `contents`: these alone, under no heading. */
  readonly items?: readonly EditionItem[]
}

/** An edition of one practice. Give what your test is about. */
export const editionProps = ({ items = [shown(practice)], ...changes }: Changes = {}): EditionProps => ({
  locale: 'en',
  design: 'digest',
  newsletter: {
    name: 'EMEN newsletter',
    alsoTo: [],
    postalAddress: 'Rue de l’Exemple 1\n1040 Brussels\nBelgium',
    subscribeUrl: 'https://emen.example/en/subscribe',
  },
  network: {
    name: 'EMEN',
    url: 'https://emen.example/en',
    privacyUrl: 'https://emen.example/en/privacy',
    logoUrl: 'https://emen.example/brand/logo.png',
  },
  issue: {
    number: 9,
    date: new Date('2026-06-02T07:00:00Z'),
    subject: 'Six weeks in a borrowed shop, and what the accountant said',
    preheader: 'A city lends empty shops to newcomers. Plus: finance in a time of crisis.',
    intro:
      'The annual event will not fill a hall this year, so it becomes four webinars instead.\n\nBefore the first one, here is a scheme that let people trade before they signed anything.',
    coverUrl: 'https://emen.example/covers/0197a000-0000-7000-8000-000000000001.png?w=1200',
  },
  webUrl: 'https://emen.example/en/newsletters/emen/9',
  emblemUrl: 'https://emen.example/brand/eu-emblem.png',
  editionLocales: ['en', 'fr', 'el', 'ar'],
  contents: [{ kind: 'items', heading: '', items }],
  invitation: null,
  attachments: [],
  acknowledgements: [
    {
      project: 'emen',
      statement: 'co-funded',
      emblem: true,
      disclaimer: {
        locale: 'en',
        text: 'This publication has been produced with the financial support of the Executive Agency for Small and Medium-sized Enterprises (EASME) of the European Union. The contents of this publication are the sole responsibility of AEIDL and can in no way be taken to reflect the views of the European Commission.',
      },
    },
  ],
  test: false,
  ...changes,
})

/** Twelve items of every kind. `translated` turns their texts into the edition's language. */
export function twelveItems(locale: Locale, translated: (text: string) => string): EditionItem[] {
  const image = {
    url: 'https://emen.example/media/mail/practice-savings-circle-1120x700.jpg',
    alt: '',
    width: 1120,
    height: 700,
    type: 'image/jpeg',
  }
  return Array.from({ length: 3 }, () => [practice, webinar, paper, newsItem])
    .flat()
    .map((item, index) => ({
      ...item,
      locale,
      id: `0197a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      title: translated(item.title),
      summary: translated(`${item.summary} ${item.summary}`),
      places: item.places.map(translated),
      image:
        index % 4 === 3 ? { ...image, alt: translated('Four women count coins at a kitchen table') } : null,
    }))
    .map((item) => shown(item, locale))
}
