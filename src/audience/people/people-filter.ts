import { z } from 'zod'

import { type Locale, locales } from '../../i18n/locales.ts'
import { type Frequency, frequencies } from '../choices.ts'

/** The last person of a page, by which the next one is found. */
export interface PeoplePlace {
  /** When they agreed last, ISO 8601 to the microsecond, as Postgres keeps it. */
  readonly at: string
  readonly id: string
}

/** Whom the list shows. Each null: whoever. */
export interface PeopleFilter {
  /** First language. */
  readonly locale: Locale | null
  readonly newsletterId: string | null
  readonly status: 'active' | 'ended' | null
  readonly frequency: Frequency | null
  /** One of those that the person chose; who chose none is not found by it. */
  readonly topicId: string | null
  /** Null: from the beginning. */
  readonly after: PeoplePlace | null
}

const shape = z.object({
  // `locale` is Payload's own: the language of the content that the admin shows.
  language: z.enum(locales).nullable().catch(null),
  newsletter: z.uuid().nullable().catch(null),
  status: z.enum(['active', 'ended']).nullable().catch(null),
  frequency: z.enum(frequencies).nullable().catch(null),
  topic: z.uuid().nullable().catch(null),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_/)
    .nullable()
    .catch(null),
})

/** Reads an address. What is empty or mistyped does not filter. */
export function peopleFilter(query: Readonly<Record<string, unknown>>): PeopleFilter {
  const { language, newsletter, status, frequency, topic, after } = shape.parse(query)
  return {
    locale: language,
    newsletterId: newsletter,
    status,
    frequency,
    topicId: topic,
    after: after === null ? null : placeOf(after),
  }
}

function placeOf(text: string): PeoplePlace | null {
  const [at = '', id] = text.split('_')
  const isPlace = z.uuid().safeParse(id).success && !Number.isNaN(Date.parse(at))
  return isPlace && id !== undefined ? { at, id } : null
}

/** Names nobody: a moment and an id of ours. */
export const placeText = ({ at, id }: PeoplePlace): string => `${at}_${id}`
