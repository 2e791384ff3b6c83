import type { PublishedItem } from '../../content/published-item.ts'
import { siteUrl } from '../../content/site-url.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { EventNote, FundingNote, NamedReference } from '../contract/document.ts'
import type { GrantFacts } from './grants-behind.ts'
import { referenceTo } from './plain-fields.ts'

/** Each once, where it stands first. */
export const distinct = (references: readonly NamedReference[]): NamedReference[] => [
  ...new Map(references.map((each) => [each.id, each])).values(),
]

/** What a field that names documents of several collections leads to. None where that is not public. */
export function relatedOf(value: unknown, locale: Locale): NamedReference[] {
  const { relationTo, value: row } = (value ?? {}) as {
    readonly relationTo?: unknown
    readonly value?: unknown
  }
  return typeof relationTo === 'string'
    ? [referenceTo(relationTo, row, locale)].filter((each) => each !== null)
    : []
}

/** Who paid, with what their grant agreement asks to be said. */
export function fundingNote(
  given: PublishedItem['acknowledgements'][number],
  grant: GrantFacts | undefined,
  locale: Locale,
): FundingNote {
  return {
    project: given.project,
    statement: given.statement,
    text: translator(locale, 'terms')(`acknowledgement.${given.statement}`),
    emblemUrl: given.emblem ? siteUrl('/brand/eu-emblem.png') : null,
    disclaimer: given.disclaimer,
    grantNumber: grant?.grantNumber ?? null,
    programme: grant?.programme ?? null,
    website: grant?.website ?? null,
  }
}

/** When and where. Null: it is no event. */
export function eventNote(event: PublishedItem['event']): EventNote | null {
  if (event === null) return null
  return {
    ...event,
    start: event.start.toISOString(),
    end: event.end.toISOString(),
    previousStart: event.previousStart?.toISOString() ?? null,
  }
}
