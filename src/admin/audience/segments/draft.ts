import type { SegmentCondition, SegmentLeaf } from '../../../audience/segments/segment-condition.ts'
import type { Locale } from '../../../i18n/locales.ts'

/** A condition as it is being built: negation is a way to compare, and what is not filled in yet has its place. */
export type Draft = DraftGroup | DraftRow

export interface DraftGroup {
  /** Of this place in the builder, for as long as it is there. */
  readonly key: string
  readonly match: Match
  readonly of: readonly Draft[]
}

export interface DraftRow {
  readonly key: string
  readonly about: About
  readonly test: Test
  /** Kept when the way to compare changes. */
  readonly values: readonly string[]
  /** `YYYY-MM-DD`. Empty: not filled in yet. */
  readonly day: string
  /** 0: not filled in yet. */
  readonly days: number
}

export const matches = ['all', 'any', 'notAll', 'none'] as const
export type Match = (typeof matches)[number]

/** What a condition can be about, each with the ways to compare; the first is meant until another is chosen. */
export const tests = {
  language: ['reads', 'readsNone', 'first', 'notFirst'],
  newsletter: ['is', 'isNone'],
  topic: ['wants', 'wantsNone'],
  country: ['wants', 'wantsNone'],
  role: ['is', 'isNone'],
  organisation: ['is', 'isNone'],
  frequency: ['is', 'isNone'],
  confirmed: ['since', 'before', 'within', 'longer'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type About = keyof typeof tests
export type Test = (typeof tests)[About][number]

/** Those that choose from a list. */
export type ListAbout = Exclude<About, 'confirmed'>

export const isGroup = (draft: Draft): draft is DraftGroup => 'of' in draft

type NewKey = () => string

export const newRow = (newKey: NewKey): DraftRow => ({
  key: newKey(),
  about: 'language',
  test: 'reads',
  values: [],
  day: '',
  days: 0,
})

export const newGroup = (newKey: NewKey, of: readonly Draft[] = []): DraftGroup => ({
  key: newKey(),
  match: of.length === 0 ? 'all' : 'any',
  of,
})

/** The builder's outermost group for what is stored: anything else stands in one. */
export function draftOf(condition: SegmentCondition | null | undefined, newKey: NewKey): DraftGroup {
  if (condition === null || condition === undefined) return newGroup(newKey)
  const draft = partOf(condition, false, newKey)
  return isGroup(draft) ? draft : { key: newKey(), match: 'all', of: [draft] }
}

function partOf(condition: SegmentCondition, isNot: boolean, newKey: NewKey): Draft {
  if (condition.kind === 'not') return partOf(condition.of, !isNot, newKey)
  if ('of' in condition) {
    const match: Match = condition.kind === 'all' ? (isNot ? 'notAll' : 'all') : isNot ? 'none' : 'any'
    return { key: newKey(), match, of: condition.of.map((each) => partOf(each, false, newKey)) }
  }
  return {
    ...newRow(newKey),
    ...comparisonOf(condition, isNot),
    ...('values' in condition && { values: condition.values }),
    ...('day' in condition && { day: condition.day }),
    ...('days' in condition && { days: condition.days }),
  }
}

function comparisonOf({ kind }: SegmentLeaf, isNot: boolean): Pick<DraftRow, 'about' | 'test'> {
  switch (kind) {
    case 'first-language':
      return { about: 'language', test: isNot ? 'notFirst' : 'first' }
    case 'language':
      return { about: kind, test: isNot ? 'readsNone' : 'reads' }
    case 'topic':
    case 'country':
      return { about: kind, test: isNot ? 'wantsNone' : 'wants' }
    case 'confirmed-before':
      return { about: 'confirmed', test: isNot ? 'since' : 'before' }
    case 'confirmed-since':
      return { about: 'confirmed', test: isNot ? 'before' : 'since' }
    case 'confirmed-within':
      return { about: 'confirmed', test: isNot ? 'longer' : 'within' }
    default:
      return { about: kind, test: isNot ? 'isNone' : 'is' }
  }
}

/** What is stored, also where something is not filled in yet: the server says what. */
export function conditionOf(draft: Draft): SegmentCondition {
  if (isGroup(draft)) {
    const of = draft.of.map(conditionOf)
    if (draft.match === 'notAll') return { kind: 'not', of: { kind: 'all', of } }
    if (draft.match === 'none') return { kind: 'not', of: { kind: 'any', of } }
    return { kind: draft.match, of }
  }
  const leaf = leafOf(draft)
  return isNegated(draft.test) ? { kind: 'not', of: leaf } : leaf
}

const isNegated = (test: Test): boolean =>
  (['readsNone', 'notFirst', 'isNone', 'wantsNone', 'longer'] satisfies Test[] as Test[]).includes(test)

function leafOf({ about, test, values, day, days }: DraftRow): SegmentLeaf {
  if (about === 'confirmed') {
    if (test === 'within' || test === 'longer') return { kind: 'confirmed-within', days }
    return { kind: test === 'before' ? 'confirmed-before' : 'confirmed-since', day }
  }
  if (about === 'language') {
    const isFirst = test === 'first' || test === 'notFirst'
    return { kind: isFirst ? 'first-language' : 'language', values: values as readonly Locale[] }
  }
  return { kind: about, values }
}

/** The tree with one place changed; without it, where the change answers null. */
export function changed(root: DraftGroup, key: string, change: (draft: Draft) => Draft | null): DraftGroup {
  const part = (draft: Draft): Draft | null => {
    if (draft.key === key) return change(draft)
    return isGroup(draft) ? { ...draft, of: draft.of.flatMap((each) => part(each) ?? []) } : draft
  }
  const next = part(root)
  return next !== null && isGroup(next) ? next : root
}

/** The group that holds a place, and where in it. Null: there is no such place within. */
export function placeOf(
  root: DraftGroup,
  key: string,
): { readonly group: DraftGroup; readonly at: number } | null {
  const at = root.of.findIndex((each) => each.key === key)
  if (at >= 0) return { group: root, at }
  return root.of
    .filter(isGroup)
    .reduce<ReturnType<typeof placeOf>>((found, each) => found ?? placeOf(each, key), null)
}
