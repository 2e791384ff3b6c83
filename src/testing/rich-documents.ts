import type { PublicDocument } from '../reading/contract/document.ts'
import { documentOf, named } from './documents.ts'
import { eventInEnglish, practiceInEnglish } from './items.ts'

const france = named('terms', 'France', {
  id: '0198b7a4-7100-7aaa-8bbb-0123456789ab',
  code: 'FR',
  uri: 'http://publications.europa.eu/resource/authority/country/FRA',
})
const city = named('organisations', 'City of Lyon', { url: 'https://lyon.example' })

/** Documents with all that a format can say of them. */
export const fullPractice: PublicDocument = documentOf(practiceInEnglish, {
  organisation: named('organisations', 'AEIDL', { id: '0198b7a4-7200-7aaa-8bbb-0123456789ab' }),
  attribution: 'AEIDL, EMEN',
  countries: [france],
  topics: [named('topics', 'Mentoring', { code: 'mentoring', uri: 'http://eurovoc.europa.eu/1' })],
  details: {
    sector: 'public',
    provider: city,
    location: { country: france, city: 'Lyon', nuts: 'FRK26', latitude: null, longitude: null },
    services: [named('terms', 'Mentoring', { code: 'mentoring' })],
    targetGroups: [named('terms', 'Women', { code: 'women' })],
    serviceLanguages: [
      named('terms', 'French', {
        code: 'fr',
        uri: 'http://publications.europa.eu/resource/authority/language/FRA',
      }),
    ],
    contactPoint: { name: null, email: null, phone: null, website: 'https://lyon.example/mentoring' },
    eligibility: 'Women who start a business.',
  },
})

export const fullPublication: PublicDocument = {
  ...documentOf(practiceInEnglish, { attribution: 'AEIDL, EMEN' }),
  collection: 'publications',
  title: 'What works',
  details: {
    subtitle: 'Six cities',
    type: named('terms', 'Report', { code: 'report', uri: 'http://purl.org/coar/resource_type/c_93fc' }),
    date: '2026-02-01T00:00:00.000Z',
    version: '1.1',
    authors: [{ name: 'Ada Example', organisation: city, orcid: '0000-0002-1825-0097' }],
    publisher: named('organisations', 'AEIDL'),
    editions: [
      {
        locale: 'en',
        format: 'pdf',
        file: {
          url: 'https://emen.example/media/what-works.pdf',
          name: 'what-works.pdf',
          type: 'application/pdf',
          size: 120_000,
          alt: '',
          credit: null,
          width: null,
          height: null,
        },
        url: null,
        isbn: '978-92-76-00000-0',
        doi: 'https://doi.org/10.5281/zenodo.1',
        issn: null,
        opCatalogueNumber: null,
        pages: 40,
        accessibleTagged: true,
      },
      {
        locale: 'fr',
        format: 'pdf',
        file: null,
        url: 'https://emen.example/fr.pdf',
        isbn: '978-FR',
        doi: null,
        issn: null,
        opCatalogueNumber: null,
        pages: null,
        accessibleTagged: false,
      },
    ],
    accessRight: 'open',
    embargoUntil: null,
    deliverableNumber: 'D2.1',
    parts: [],
  },
}

export const fullEvent: PublicDocument = documentOf(eventInEnglish, {
  topics: [named('topics', 'Finance', { code: 'finance', uri: 'http://eurovoc.europa.eu/2' })],
  details: {
    type: named('terms', 'Workshop', {
      code: 'workshop',
      uri: 'http://publications.europa.eu/resource/authority/public-event-type/WORKSHOP',
    }),
    venue: {
      name: 'City library',
      address: 'Odos 1, Athens',
      city: 'Athens',
      country: france,
      room: null,
      capacity: 80,
      accessibility: 'Step-free.',
    },
    online: { url: null, platform: null },
    languages: [named('terms', 'English', { code: 'en' }), named('terms', 'Greek', { code: 'el' })],
    organisers: [city],
    fee: 'Free',
    registration: { url: 'https://emen.example/register', opens: null, closes: null, capacity: 60 },
    parent: null,
    outputs: [],
    report: { recordings: [{ url: 'https://video.example/1', language: null }] },
    audiences: [],
  },
})

export const fullNews: PublicDocument = {
  ...documentOf(practiceInEnglish),
  collection: 'news',
  details: { date: '2026-02-01T00:00:00.000Z' },
}
