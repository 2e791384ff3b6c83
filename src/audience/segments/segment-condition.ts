import { z } from 'zod'

import { isLocale, type Locale } from '../../i18n/locales.ts'
import { frequencies } from '../choices.ts'
import { MAX_CONDITIONS, MAX_DAYS, MAX_DEPTH, MAX_VALUES } from './bounds.ts'

/**
 * Whom a segment chooses. A leaf with several values is met by one of them. Nothing in it is SQL or can become SQL:
 * values are ids, languages, frequencies and days.
 */
export type SegmentCondition = SegmentGroup | SegmentNegation | SegmentLeaf

export interface SegmentGroup {
  readonly kind: 'all' | 'any'
  /** At least one. */
  readonly of: readonly SegmentCondition[]
}

interface SegmentNegation {
  readonly kind: 'not'
  readonly of: SegmentCondition
}

export type SegmentLeaf = LanguageLeaf | ListLeaf | ConfirmedLeaf

interface LanguageLeaf {
  /** Their first language is one of these; or they read one of these, as the first or a further language. */
  readonly kind: 'first-language' | 'language'
  readonly values: readonly Locale[]
}

interface ListLeaf {
  /**
   * `topic` and `country` are what a person wants to read about. Who chose none wants all of them and so meets every
   * condition on them, exactly as their digest tells them of everything. `role` and `organisation` are what a person
   * said about themselves: who did not say meets none.
   */
  readonly kind: 'newsletter' | 'topic' | 'country' | 'role' | 'organisation' | 'frequency'
  /** Ids; of `frequency`, a `Frequency`. */
  readonly values: readonly string[]
}

/** When the person confirmed for the first time, by days in UTC. */
type ConfirmedLeaf =
  | { readonly kind: 'confirmed-before' | 'confirmed-since'; readonly day: string }
  | { readonly kind: 'confirmed-within'; readonly days: number }

/** What is wrong with a condition. */
export type ConditionProblem =
  | 'too-deep'
  | 'too-many'
  | 'no-conditions'
  | 'no-values'
  | 'too-many-values'
  | 'wrong-value'
  | 'unknown-value'
  | 'wrong-day'
  | 'wrong-days'
  | 'unknown-kind'

export interface ConditionFault {
  /** Keys from the outermost condition to what is wrong: `['of', 1, 'values']`. */
  readonly path: readonly (string | number)[]
  readonly problem: ConditionProblem
}

export type ReadCondition = { readonly condition: SegmentCondition } | { readonly fault: ConditionFault }

const fault = (problem: ConditionProblem) => ({ error: problem })

const several = <Value extends z.ZodType>(value: Value) =>
  z.array(value, fault('no-values')).min(1, fault('no-values')).max(MAX_VALUES, fault('too-many-values'))

const id = z.uuid(fault('wrong-value')).lowercase(fault('wrong-value'))
const locale = z.custom<Locale>(isLocale, fault('wrong-value'))
const wrongDays = fault('wrong-days')

const node: z.ZodType<SegmentCondition> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.enum(['all', 'any']),
      of: z.array(z.lazy(() => node)).min(1, fault('no-conditions')),
    }),
    z.strictObject({ kind: z.literal('not'), of: z.lazy(() => node) }),
    z.strictObject({ kind: z.enum(['first-language', 'language']), values: several(locale) }),
    z.strictObject({
      kind: z.enum(['newsletter', 'topic', 'country', 'role', 'organisation']),
      values: several(id),
    }),
    z.strictObject({
      kind: z.literal('frequency'),
      values: several(z.enum(frequencies, fault('wrong-value'))),
    }),
    z.strictObject({
      kind: z.enum(['confirmed-before', 'confirmed-since']),
      day: z.iso.date(fault('wrong-day')),
    }),
    z.strictObject({
      kind: z.literal('confirmed-within'),
      days: z.int(wrongDays).min(1, wrongDays).max(MAX_DAYS, wrongDays),
    }),
  ],
  fault('unknown-kind'),
)

/** Reads what somebody sent or stored. Of several faults the first in the tree is named. */
export function readCondition(value: unknown): ReadCondition {
  if (value === null || value === undefined) return { fault: { path: [], problem: 'no-conditions' } }
  const tooBig = outOfBounds(value)
  if (tooBig !== null) return { fault: tooBig }
  const parsed = node.safeParse(value)
  if (parsed.success) return { condition: parsed.data }
  const [first] = parsed.error.issues
  const path = (first?.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key))
  return { fault: { path, problem: problemOf(first?.message) } }
}

const problems: readonly string[] = [
  'no-conditions',
  'no-values',
  'too-many-values',
  'wrong-value',
  'wrong-day',
  'wrong-days',
] satisfies ConditionProblem[]

/** What we have no word for, such as a key that belongs to no condition, makes it none that we know. */
const problemOf = (message = ''): ConditionProblem =>
  problems.includes(message) ? (message as ConditionProblem) : 'unknown-kind'

/** Looked at before anything walks the tree by calling itself: nobody can make us run out of stack. */
function outOfBounds(root: unknown): ConditionFault | null {
  const open: Place[] = [{ value: root, path: [], groupsAbove: 0 }]
  let seen = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, groupsAbove } = next
    if (++seen > MAX_CONDITIONS) return { path: [], problem: 'too-many' }
    const of = typeof value === 'object' && value !== null && 'of' in value ? value.of : undefined
    if (!Array.isArray(of)) {
      if (of !== undefined) open.push({ value: of, path: [...path, 'of'], groupsAbove })
      continue
    }
    if (groupsAbove === MAX_DEPTH) return { path, problem: 'too-deep' }
    if (of.length > MAX_CONDITIONS) return { path: [], problem: 'too-many' }
    open.push(
      ...of.map((each, at) => ({ value: each, path: [...path, 'of', at], groupsAbove: groupsAbove + 1 })),
    )
  }
  return null
}

interface Place {
  readonly value: unknown
  readonly path: readonly (string | number)[]
  readonly groupsAbove: number
}

/** The faulty condition's place as the builder numbers them: `2.1` is the first within the second. Empty: the whole. */
export const numberOf = ({ path }: Pick<ConditionFault, 'path'>): string =>
  path
    .slice(0, path.lastIndexOf('of') + 2)
    .filter((key) => typeof key === 'number')
    .map((at) => at + 1)
    .join('.')

export interface PlacedLeaf {
  readonly leaf: SegmentLeaf
  readonly path: ConditionFault['path']
}

/** Every leaf of the tree, in order. */
export function leavesOf(
  condition: SegmentCondition,
  path: ConditionFault['path'] = [],
): readonly PlacedLeaf[] {
  if (condition.kind === 'not') return leavesOf(condition.of, [...path, 'of'])
  if ('of' in condition) return condition.of.flatMap((each, at) => leavesOf(each, [...path, 'of', at]))
  return [{ leaf: condition, path }]
}
