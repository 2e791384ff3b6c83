import { directionOf } from '../../i18n/locales.ts'
import { cityIn } from '../network/cities.ts'
import { placeOfCity } from '../network/city-places.ts'
import type {
  DemoEvent,
  DemoLocale,
  DemoNews,
  DemoPractice,
  DemoPublication,
  EventTexts,
  NewsTexts,
  PracticeTexts,
  PublicationTexts,
} from '../network/shapes.ts'
import { numberedSteps, richText } from '../prose.ts'
import { instantOf } from './instant-of.ts'
import type { Bodies } from './organisations.ts'
import type { Vocabularies } from './vocabularies.ts'

/** What the demo's names stand for in this database. */
export interface Known {
  readonly vocabularies: Vocabularies
  readonly bodies: Bodies
}

export type Fields = Readonly<Record<string, unknown>>

const list = (entries: readonly string[]): string => entries.map((entry) => `- ${entry}`).join('\n')

export function practiceFields(practice: DemoPractice, { vocabularies, bodies }: Known): Fields {
  const { countries, services, targetGroups, serviceLanguages, scores, evidence, ongoing } = practice
  const { start, end, level, sector, mainstreaming, phases, provider } = practice
  const [country] = countries
  return {
    provider: bodies.organisation(provider),
    location: {
      country: country === undefined ? null : vocabularies.term('countries', country),
      ...placeOfCity(practice.city),
    },
    start,
    end,
    ongoingService: ongoing,
    level,
    sector,
    mainstreaming,
    phases: [...phases],
    services: services.map((key) => vocabularies.term('services', key)),
    targetGroups: targetGroups.map((key) => vocabularies.term('target-groups', key)),
    serviceLanguages: serviceLanguages.map((locale) => vocabularies.term('languages', locale)),
    evidenceLevel: evidence,
    scores: scores.flatMap(({ dimension, self, peer }) =>
      Object.entries({ self, peer })
        .filter(([, value]) => value !== null)
        .map(([assessor, value]) => ({
          framework: vocabularies.framework,
          dimension: String(dimension),
          assessor,
          value,
        })),
    ),
  }
}

export function practiceTexts(practice: DemoPractice, texts: PracticeTexts, locale: DemoLocale): Fields {
  const { howItWorks, resultIndicators, dos, donts, evaluation, resourcesNeeded, ...plain } = texts
  return {
    ...plain,
    location: { city: cityIn(practice.city, locale) },
    howItWorks: numberedSteps(howItWorks, directionOf(locale)),
    results: practice.results.map((result, index) => ({ ...result, indicator: resultIndicators[index] })),
    evaluation: { findings: evaluation },
    dos: list(dos),
    donts: list(donts),
    resourcesNeeded: { note: resourcesNeeded },
  }
}

export function publicationFields(publication: DemoPublication, known: Known): Fields {
  const { type, date, publisher, authors, deliverable, pages } = publication
  return {
    type: known.vocabularies.term('resource-types', type),
    // A month is kept as its first day.
    date: date.length === 'YYYY-MM'.length ? `${date}-01` : date,
    publisher: known.bodies.organisation(publisher),
    authors: authors.map((name) => ({ name })),
    deliverableNumber: deliverable,
    editions: pages === null ? [] : [{ locale: publication.sourceLocale, format: 'pdf', pages }],
  }
}

export const publicationTexts = (_: DemoPublication, texts: PublicationTexts): Fields => ({ ...texts })

export function eventFields(event: DemoEvent, { vocabularies, bodies }: Known): Fields {
  const { type, status, start, end, previousStart, timeZone, mode, languages, organisers } = event
  const { registrationUrl, countries } = event
  const [country] = countries
  return {
    type: vocabularies.term('event-types', type),
    status,
    start: instantOf(start, timeZone),
    end: instantOf(end, timeZone),
    previousStart: previousStart === null ? null : instantOf(previousStart, timeZone),
    timeZone,
    mode,
    // The city stands in the venue's name, where it is spelt in the reader's language.
    venue: { country: country === undefined ? null : vocabularies.term('countries', country) },
    languages: languages.map((locale) => vocabularies.term('languages', locale)),
    organisers: organisers.map((key) => bodies.organisation(key)),
    registration: { url: registrationUrl },
  }
}

export const eventTexts = (
  _: DemoEvent,
  { title, summary, body, venue, statusNote }: EventTexts,
  locale: DemoLocale,
): Fields => ({
  title,
  summary,
  statusNote,
  body: body === undefined ? undefined : richText(body, directionOf(locale)),
  venue: venue === undefined ? undefined : { name: venue },
})

export const newsFields = ({ type, date }: DemoNews): Fields => ({ type, date })

export const newsTexts = (_: DemoNews, { title, teaser, body }: NewsTexts, locale: DemoLocale): Fields => ({
  title,
  teaser,
  body: richText(body, directionOf(locale)),
})
