import type { ContentCollection, ItemReference } from '../../content/published-item.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'
import type { CellState } from '../../translation/matrix/cell-state.ts'
import type { IssueSource } from '../issue-source.ts'

/** What an issue lacks in a language. */
export type Missing =
  | {
      readonly kind: 'item'
      readonly collection: ContentCollection
      readonly id: string
      /** In its source, or in whichever language it is public. */
      readonly title: string
      readonly why: MissingWhy
    }
  | { readonly kind: 'text'; readonly part: 'subject' | 'text-block' }

export type MissingWhy = 'not-translated' | 'outdated' | 'in-review' | 'machine-draft'

/** An item of the issue, and how far it is in each of the languages asked for. */
export interface ItemStanding {
  readonly item: ItemReference
  readonly title: string
  readonly sourceLocale: Locale
  readonly locales: ReadonlyMap<Locale, LocaleStanding>
}

export interface LocaleStanding {
  readonly isPublic: boolean
  /** Of its translation. Null: it has none, being the source or not known to the translators. */
  readonly state: CellState | null
  /** Whether readers are served a revision older than the source. */
  readonly isBehind: boolean
  /** Whether readers are told that words of it come from a machine. */
  readonly isLabelled: boolean
}

/** What the issue lacks in one of its languages. Empty: it is ready. */
export function missingIn(
  locale: Locale,
  issue: Pick<IssueSource, 'subject' | 'intro' | 'contents'>,
  items: readonly ItemStanding[],
): Missing[] {
  const shown = shownItems(items)
  const [lead] = shown
  const isProposed = lead !== undefined && isPublicIn(lead, locale)
  const lacks = shown.flatMap((standing): Missing[] => {
    const why = whyNot(standing, locale)
    return why === null ? [] : [{ kind: 'item', ...standing.item, title: standing.title, why }]
  })
  return [
    ...lacks,
    ...(issue.subject[locale] || isProposed ? [] : [{ kind: 'text' as const, part: 'subject' as const }]),
    ...(hasAllTexts(locale, issue) ? [] : [{ kind: 'text' as const, part: 'text-block' as const }]),
  ]
}

const isPublicIn = ({ locales }: ItemStanding, locale: Locale): boolean =>
  locales.get(locale)?.isPublic === true

/** What is public nowhere stands in no edition, so no edition waits for it; unless nothing is public at all. */
function shownItems(items: readonly ItemStanding[]): readonly ItemStanding[] {
  const shown = items.filter(({ locales }) => [...locales.values()].some(({ isPublic }) => isPublic))
  return shown.length === 0 ? items : shown
}

function whyNot({ sourceLocale: source, locales }: ItemStanding, locale: Locale): MissingWhy | null {
  const standing = locales.get(locale)
  if (standing === undefined) return 'not-translated'
  const { isPublic, state, isBehind, isLabelled } = standing
  if (locale === source) return isPublic ? null : 'not-translated'
  // That it is not wanted in this language is a choice, and nobody would ever end the wait.
  if (state === 'unwanted' && !isPublic) return null
  if (state === 'outdated' || (isPublic && isBehind)) return 'outdated'
  if (state === 'needs-review') return 'in-review'
  if (state === 'machine' && !(isPublic && isLabelled)) return 'machine-draft'
  return isPublic ? null : 'not-translated'
}

/** The introduction is one of the issue's own, too. */
const hasAllTexts = (locale: Locale, { intro, contents }: Pick<IssueSource, 'intro' | 'contents'>): boolean =>
  [intro, ...contents.flatMap((part) => (part.kind === 'text' ? [part.body] : []))].every(
    (words) => !words[sourceLocale] || Boolean(words[locale]),
  )
