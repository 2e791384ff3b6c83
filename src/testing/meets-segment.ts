import type { Frequency } from '../audience/choices.ts'
import type { SegmentCondition } from '../audience/segments/segment-condition.ts'
import { daysBefore } from '../audience/segments/segment-sql.ts'
import type { Locale } from '../i18n/locales.ts'

/** As much of a person as a segment can choose by. */
export interface Choosable {
  readonly locale: Locale
  readonly furtherLocales: readonly Locale[]
  readonly newsletterIds: readonly string[]
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly role: string | null
  readonly organisation: string | null
  readonly frequency: Frequency
  readonly confirmedAt: Date
}

/** What a condition means, said once more and as plainly as it can be: SQL is held against it. */
export function meetsSegment(person: Choosable, condition: SegmentCondition, now: Date): boolean {
  const hasOneOf = (values: readonly string[], ...own: readonly (string | null)[]) =>
    own.some((each) => each !== null && values.includes(each))
  const confirmedOn = person.confirmedAt.toISOString().slice(0, 10)
  switch (condition.kind) {
    case 'all':
      return condition.of.every((each) => meetsSegment(person, each, now))
    case 'any':
      return condition.of.some((each) => meetsSegment(person, each, now))
    case 'not':
      return !meetsSegment(person, condition.of, now)
    case 'first-language':
      return hasOneOf(condition.values, person.locale)
    case 'language':
      return hasOneOf(condition.values, person.locale, ...person.furtherLocales)
    case 'newsletter':
      return hasOneOf(condition.values, ...person.newsletterIds)
    case 'topic':
      return person.topics.length === 0 || hasOneOf(condition.values, ...person.topics)
    case 'country':
      return person.countries.length === 0 || hasOneOf(condition.values, ...person.countries)
    case 'role':
      return hasOneOf(condition.values, person.role)
    case 'organisation':
      return hasOneOf(condition.values, person.organisation)
    case 'frequency':
      return hasOneOf(condition.values, person.frequency)
    case 'confirmed-before':
      return confirmedOn < condition.day
    case 'confirmed-since':
      return confirmedOn >= condition.day
    case 'confirmed-within':
      return confirmedOn >= daysBefore(now, condition.days)
  }
}
