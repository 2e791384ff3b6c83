import type { PublishedItem } from '../content/published-item.ts'
import { translator } from '../i18n/translator.ts'
import type { NamedReference, PublicDocument } from '../reading/contract/document.ts'

/** The public document of an item, as it would be made of it. */
export function documentOf(item: PublishedItem, more: Partial<PublicDocument> = {}): PublicDocument {
  const { places: _places, acknowledgements, event, organisation, topics, ...rest } = item
  return {
    ...rest,
    publishedAt: item.publishedAt.toISOString(),
    updatedAt: item.updatedAt.toISOString(),
    topics: topics.map((label) => named('topics', label)),
    countries: [],
    communities: [],
    organisation: organisation === null ? null : named('organisations', organisation),
    attribution: organisation ?? 'EMEN',
    funding: acknowledgements.map(({ project, statement, disclaimer }) => ({
      project,
      statement,
      disclaimer,
      text: translator(item.locale, 'terms')(`acknowledgement.${statement}`),
      emblemUrl: null,
      grantNumber: project === 'EMEN' ? '101000001' : null,
      programme: project === 'EMEN' ? 'cosme' : null,
      website: project === 'EMEN' ? 'https://emen.example' : null,
    })),
    corrections: item.corrections.map(({ at, reason }) => ({ at: at.toISOString(), reason })),
    event: event && {
      ...event,
      start: event.start.toISOString(),
      end: event.end.toISOString(),
      previousStart: event.previousStart?.toISOString() ?? null,
    },
    image: item.image === null ? null : { ...item.image, credit: null, variants: {} },
    html: null,
    related: [],
    details: {},
    ...more,
  }
}

/** Something that a document names. */
export const named = (
  collection: string,
  label: string,
  more: Partial<NamedReference> = {},
): NamedReference => ({
  collection,
  id: '0198b7a4-7000-7aaa-8bbb-0123456789ab',
  label,
  code: null,
  uri: null,
  url: null,
  ...more,
})
