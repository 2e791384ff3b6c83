import type { PublishedItem } from '../content/published-item.ts'

const common = {
  publishedAt: new Date('2026-03-02T09:00:00Z'),
  updatedAt: new Date('2026-03-05T14:30:00Z'),
  image: null,
  places: [],
  topics: [],
  event: null,
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  organisation: null,
  acknowledgements: [],
  machineTranslated: false,
  corrections: [],
  sample: false,
} as const

const mentoring = '0198b7a4-5c1e-7d2f-9a3b-4c5d6e7f8091'
const alternates = {
  en: 'https://emen.example/en/practices/mentoring-lyon',
  fr: 'https://emen.example/fr/practices/mentorat-lyon',
  ar: 'https://emen.example/ar/practices/irshad-lyon',
} as const

export const practiceInFrench: PublishedItem = {
  ...common,
  collection: 'practices',
  id: mentoring,
  locale: 'fr',
  sourceLocale: 'en',
  slug: 'mentorat-lyon',
  title: 'Mentorat pour entrepreneuses migrantes',
  summary:
    'Un programme de six mois à Lyon : un binôme, un plan d’affaires, un premier client. Les mentores sont des cheffes d’entreprise du quartier. Sur trente participantes, vingt-deux ont ouvert leur activité.',
  url: alternates.fr,
  alternates,
  image: {
    url: 'https://emen.example/media/mentorat.jpg',
    alt: 'Deux femmes devant un atelier de couture',
    width: 1200,
    height: 630,
    type: 'image/jpeg',
  },
  places: ['France'],
  topics: ['mentorat', 'économie sociale', 'accès au financement'],
}

export const practiceInEnglish: PublishedItem = {
  ...practiceInFrench,
  locale: 'en',
  slug: 'mentoring-lyon',
  title: 'Mentoring for migrant women who start a business',
  summary:
    'Six months in Lyon: a mentor, a business plan, a first customer. The mentors run businesses in the same streets. Of thirty women who took part, twenty-two have opened for business.',
  url: alternates.en,
  image: practiceInFrench.image && {
    ...practiceInFrench.image,
    alt: 'Two women in front of a tailor’s workshop',
  },
  topics: ['mentoring', 'social economy', 'access to finance'],
  acknowledgements: [
    {
      project: 'EMEN',
      statement: 'co-funded',
      emblem: true,
      disclaimer: { text: 'Views and opinions expressed are those of the authors only.', locale: 'en' },
    },
  ],
}

export const practiceInArabic: PublishedItem = {
  ...practiceInFrench,
  locale: 'ar',
  slug: 'irshad-lyon',
  title: 'إرشاد لرائدات الأعمال المهاجرات',
  summary: 'ستة أشهر في مدينة ليون: مرشدة، وخطة عمل، وأول زبونة. المرشدات صاحبات أعمال من الحي نفسه.',
  url: alternates.ar,
  image: null,
  places: ['فرنسا'],
  topics: ['ريادة الأعمال', 'الاقتصاد الاجتماعي'],
}

export const eventInEnglish: PublishedItem = {
  ...common,
  collection: 'events',
  id: '0198b7a4-6000-7aaa-8bbb-0123456789ab',
  locale: 'en',
  sourceLocale: 'en',
  slug: 'access-to-finance-athens',
  title: 'Access to finance: what works',
  summary: 'Three lenders and nine founders compare how a first loan came about.',
  url: 'https://emen.example/en/events/access-to-finance-athens',
  alternates: { en: 'https://emen.example/en/events/access-to-finance-athens' },
  topics: ['access to finance'],
  event: {
    start: new Date('2026-10-25T08:00:00Z'),
    end: new Date('2026-10-25T10:30:00Z'),
    timeZone: 'Europe/Athens',
    mode: 'onsite',
    status: 'as-planned',
    venue: 'City library, Athens',
    previousStart: null,
  },
}
