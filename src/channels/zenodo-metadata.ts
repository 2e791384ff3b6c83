import { z } from 'zod'

import { closingLines } from '../content/closing-lines.ts'
import type { PublishedItem } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'

/** What Zenodo is told of an item. https://developers.zenodo.org/#representation */
export interface ZenodoMetadata {
  readonly upload_type: 'publication'
  readonly publication_type: 'report' | 'other'
  readonly title: string
  /** Empty: nobody is known to have written it. */
  readonly creators: readonly { readonly name: string }[]
  /** HTML. */
  readonly description: string
  /** YYYY-MM-DD. */
  readonly publication_date: string
  readonly access_right: 'open'
  /** Null: none that Zenodo knows. */
  readonly license: string | null
  /** ISO 639-3. */
  readonly language: string
  readonly keywords: readonly string[]
  readonly related_identifiers: readonly RelatedIdentifier[]
  readonly communities?: readonly { readonly identifier: string }[]
  readonly grants?: readonly { readonly id: string }[]
}

interface RelatedIdentifier {
  readonly identifier: string
  readonly relation: 'isIdenticalTo' | 'isOriginalFormOf' | 'isVariantFormOf'
  readonly scheme: 'url'
}

/** What of a record's metadata we read again. Everything else is kept as it is. */
export const storedMetadata = z.looseObject({
  title: z.string().default(''),
  description: z.string().default(''),
  related_identifiers: z.array(z.looseObject({ identifier: z.string() })).default([]),
})

/** The Commission, in the register of funders: https://doi.org/10.13039/501100000780 */
const COMMISSION = '10.13039/501100000780'

export function zenodoMetadata(
  item: PublishedItem,
  settings: Readonly<Record<string, string>>,
): ZenodoMetadata {
  const { community = '', grant = '', creator = '' } = settings
  const author = item.organisation ?? creator
  return {
    upload_type: 'publication',
    publication_type: item.collection === 'publications' ? 'report' : 'other',
    title: item.title,
    creators: author === '' ? [] : [{ name: author }],
    description: [item.summary, ...closingLines(item)].map((line) => `<p>${escaped(line)}</p>`).join(''),
    publication_date: item.publishedAt.toISOString().slice(0, 10),
    access_right: 'open',
    license: licenceOf(item.licence?.url ?? ''),
    language: threeLetters[item.locale],
    keywords: item.topics,
    related_identifiers: relatedTo(item),
    ...(community !== '' && { communities: [{ identifier: community }] }),
    ...(grant !== '' && item.acknowledgements.length > 0 && { grants: [{ id: `${COMMISSION}::${grant}` }] }),
  }
}

/**
 * Our own page, by which a record is found again, and the pages in other languages. Zenodo has no word for a translation:
 * a variant and its original come closest.
 */
function relatedTo({ url, locale, sourceLocale, alternates }: PublishedItem): RelatedIdentifier[] {
  const others = Object.entries(alternates).filter(([other]) => other !== locale)
  return [
    { identifier: url, relation: 'isIdenticalTo', scheme: 'url' },
    ...others.flatMap(([other, address]): RelatedIdentifier[] => {
      if (locale === sourceLocale)
        return [{ identifier: address, relation: 'isOriginalFormOf', scheme: 'url' }]
      return other === sourceLocale
        ? [{ identifier: address, relation: 'isVariantFormOf', scheme: 'url' }]
        : []
    }),
  ]
}

/** Zenodo names licences as SPDX does, in small letters. Null: none of Creative Commons. */
function licenceOf(url: string): string | null {
  const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/.exec(url) ?? []
  if (kind !== undefined) return `cc-${kind}-${version}`
  return /creativecommons\.org\/publicdomain\/zero\/1\.0/.test(url) ? 'cc0-1.0' : null
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** ISO 639-3. Dari has one of its own. */
const threeLetters: Readonly<Record<Locale, string>> = {
  en: 'eng',
  bg: 'bul',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  et: 'est',
  el: 'ell',
  es: 'spa',
  fr: 'fra',
  ga: 'gle',
  hr: 'hrv',
  it: 'ita',
  lv: 'lav',
  lt: 'lit',
  hu: 'hun',
  mt: 'mlt',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  sk: 'slk',
  sl: 'slv',
  fi: 'fin',
  sv: 'swe',
  tr: 'tur',
  uk: 'ukr',
  ru: 'rus',
  ar: 'ara',
  fa: 'fas',
  'fa-AF': 'prs',
  ps: 'pus',
  ur: 'urd',
  ckb: 'ckb',
  ku: 'kmr',
  ti: 'tir',
  so: 'som',
  sq: 'sqi',
}
