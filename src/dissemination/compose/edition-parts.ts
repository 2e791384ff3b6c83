import type { Locale } from '../../i18n/locales.ts'
import type { LeftText } from '../../ledger/editions.ts'
import type { EditionItem, EditionPart } from '../../newsletter/render-edition.ts'
import type { ByLocale, IssuePart, IssueSource } from '../issue-source.ts'

export interface EditionContents {
  readonly intro: string
  readonly contents: readonly EditionPart[]
  /** Words of the issue's own that nobody wrote in this language: they are in no other language either. */
  readonly leftTexts: readonly LeftText[]
}

/**
 * What stands in an edition, part by part.
 * @param shown the items that the edition shows, each once.
 */
export function editionContents(
  { intro, contents }: Pick<IssueSource, 'intro' | 'contents'>,
  locale: Locale,
  shown: readonly EditionItem[],
): EditionContents {
  const leftTexts: LeftText[] = isLeftOut(intro, locale) ? [left('intro', null)] : []
  const open = new Map(shown.map((entry) => [keyOf(entry.item), entry]))
  const parts = contents.flatMap((part, at): EditionPart[] => {
    const told =
      part.kind === 'items' ? itemsPart(part, { locale, at, open }) : textPart(part, { locale, at })
    leftTexts.push(...told.left)
    return told.part === null ? [] : [told.part]
  })
  return { intro: intro[locale] ?? '', contents: parts, leftTexts }
}

interface Told {
  /** Null: nothing of it is in this edition. */
  readonly part: EditionPart | null
  readonly left: readonly LeftText[]
}

interface Place {
  readonly locale: Locale
  /** Position in the issue's contents, from 0. */
  readonly at: number
}

function itemsPart(
  { heading, items }: Extract<IssuePart, { kind: 'items' }>,
  { locale, at, open }: Place & { readonly open: Map<string, EditionItem> },
): Told {
  const entries = items.flatMap((item) => {
    const entry = open.get(keyOf(item))
    // An item that was picked twice stands where it was picked first.
    open.delete(keyOf(item))
    return entry ?? []
  })
  if (entries.length === 0) return { part: null, left: [] }
  return {
    part: { kind: 'items', heading: heading[locale] ?? '', items: entries },
    left: isLeftOut(heading, locale) ? [left('heading', at)] : [],
  }
}

function textPart(
  { heading, body, linkText, link }: Extract<IssuePart, { kind: 'text' }>,
  { locale, at }: Place,
): Told {
  if (!body[locale]) return { part: null, left: [left('text-block', at)] }
  const text = linkText[locale] ?? ''
  return {
    part: {
      kind: 'text',
      heading: heading[locale] ?? '',
      body: body[locale],
      link: link === null || text === '' ? null : { url: link, text },
    },
    left: [
      ...(isLeftOut(heading, locale) ? [left('heading', at)] : []),
      ...(link !== null && text === '' ? [left('link', at)] : []),
    ],
  }
}

const left = (part: LeftText['part'], at: number | null): LeftText => ({ part, at, reason: 'no-text' })

/** Written in some language, but not in this one. */
const isLeftOut = (texts: ByLocale, locale: Locale): boolean =>
  !texts[locale] && Object.values(texts).some(Boolean)

const keyOf = ({ collection, id }: { readonly collection: string; readonly id: string }): string =>
  `${collection}/${id}`
