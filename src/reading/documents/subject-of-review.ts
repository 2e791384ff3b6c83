import type { Payload } from 'payload'

import { publicNames } from '../../content/public-locales.ts'
import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** Rows of topics and countries, as Payload answers them at depth 1. */
interface Subject {
  readonly topics: readonly unknown[]
  readonly countries: readonly unknown[]
}

const nothing: Subject = { topics: [], countries: [] }
const terms = { label: true, code: true, authorityUri: true } as const
const topics = { label: true, slug: true, authorityUri: true } as const

/**
 * What a peer review is about: the topics and countries of the practice under review, where that is public in any
 * language; without one, the country of the organisation that hosts the review.
 * @param review as Payload answers it at depth 0 or 1.
 */
export async function subjectOfReview(payload: Payload, review: Row, locale: Locale): Promise<Subject> {
  const practice = await practiceUnderReview(payload, idOf(review.practice), locale)
  if (practice.countries.length > 0) return practice
  return { ...practice, countries: await countryOf(payload, idOf(review.hostOrganisation), locale) }
}

async function practiceUnderReview(payload: Payload, id: string | null, locale: Locale): Promise<Subject> {
  if (id === null) return nothing
  const names = await publicNames({ collection: 'practices', id }, databaseOf(payload))
  if (names.size === 0) return nothing
  const practice = await payload.findByID({
    collection: 'practices',
    id,
    locale,
    fallbackLocale: false,
    depth: 1,
    select: { topics: true, countries: true, location: { country: true } },
    populate: { terms, topics },
    disableErrors: true,
  })
  if (practice === null) return nothing
  return {
    topics: practice.topics ?? [],
    countries: [practice.location?.country, ...(practice.countries ?? [])].filter(Boolean),
  }
}

async function countryOf(payload: Payload, id: string | null, locale: Locale): Promise<readonly unknown[]> {
  if (id === null) return []
  const organisation = await payload.findByID({
    collection: 'organisations',
    id,
    locale,
    fallbackLocale: false,
    depth: 1,
    select: { country: true },
    populate: { terms },
    disableErrors: true,
  })
  return [organisation?.country].filter(Boolean)
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' ? id : null
}
