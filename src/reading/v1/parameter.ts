import type { NetworkLanguages } from '../../content/network-languages.ts'
import { fallbackChain } from '../../i18n/fallback-chain.ts'
import { isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { didYouMean } from './did-you-mean.ts'
import { isDay, LAST_MOMENT, momentIn } from './moment-in.ts'

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = Readonly<Record<string, unknown>>

type Read<Value> = { readonly value: Value } | { readonly problem: string; readonly remedy: string }

/** One name of a query: what it may say, and what is made of it. */
export interface Parameter<Value> {
  readonly schema: JsonSchema
  readonly isRequired?: boolean
  /** What it says where it is left out, for the reader of the documentation. */
  readonly default?: string | number | boolean
  read(text: string, languages: NetworkLanguages): Read<Value>
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>

/** What a query says, by name. What was not given is undefined, unless it had to be. */
export type ValuesOf<Given extends Parameters> = {
  readonly [Name in keyof Given]: Given[Name] extends Parameter<infer Value> & { readonly isRequired: true }
    ? Value
    : Given[Name] extends Parameter<infer Value>
      ? Value | undefined
      : never
}

const value = <Value>(read: Value): Read<Value> => ({ value: read })
const refused = (problem: string, remedy: string): Read<never> => ({ problem, remedy })

/** Longer ones are not repeated to whoever sent them. */
const MAX_ECHO = 60
const shown = (text: string): string => text.slice(0, MAX_ECHO)

/** What is wrong with a name or value that is none of a closed list. */
export function unknownOf(text: string, known: readonly string[]): { problem: string; remedy: string } {
  const near = didYouMean(text, known)
  const problem = toolTexts('v1.unknown', { value: shown(text) })
  if (known.length === 0) return { problem, remedy: toolTexts('v1.leaveOut') }
  return {
    problem,
    remedy: [
      ...(near === null ? [] : [toolTexts('v1.didYouMean', { value: near })]),
      toolTexts('v1.oneOf', { values: known.join(', ') }),
    ].join(' '),
  }
}

/** The language of the answer. It has to be said: nothing is ever answered in a language that nobody asked for. */
export const language: Parameter<Locale> & { readonly isRequired: true } = {
  schema: { $ref: '#/components/schemas/Locale' },
  isRequired: true,
  read: (text, { enabled }) =>
    isLocale(text) && enabled.includes(text) ? value(text) : ({ ...unknownOf(text, enabled) } as const),
}

/**
 * Languages to fall back to, in order: tags, or `network` for the network's own chain. Answered as it was given, since what
 * it comes to depends on the language that is asked for first.
 */
export const fallback: Parameter<string> = {
  schema: { type: 'string', maxLength: 120, examples: ['de,en', 'network'] },
  read(text, { enabled }) {
    const strange = listOf(text).find((entry) => !isSpoken(entry, enabled))
    if (strange !== undefined || 'unknown' in fallbackChain(sourceLocale, text, []))
      return unknownOf(strange ?? text, ['network', ...enabled])
    return value(text)
  },
}

/** Whether an entry leads to a language of the network: `de-AT` does where German is spoken. */
function isSpoken(entry: string, enabled: readonly Locale[]): boolean {
  if (entry === 'network') return true
  const chain = fallbackChain(sourceLocale, entry, [])
  if ('unknown' in chain) return false
  const [own, ...named] = chain
  const means = /^en\b/i.test(entry) ? [own, ...named] : named
  return means.some((locale) => locale !== undefined && enabled.includes(locale))
}

/** One word of a closed list. */
export const choice = <Word extends string>(words: readonly Word[]): Parameter<Word> => ({
  schema: { type: 'string', enum: words },
  read(text) {
    const found = words.find((word) => word === text)
    return found === undefined ? unknownOf(text, words) : value(found)
  },
})

/** Several words of a closed list, with commas between them. */
export const choices = <Word extends string>(words: readonly Word[]): Parameter<readonly Word[]> => ({
  schema: { type: 'array', items: { type: 'string', enum: words } },
  read(text) {
    const asked = listOf(text)
    const strange = asked.find((each) => !words.some((word) => word === each))
    if (strange !== undefined) return unknownOf(strange, words)
    return value(words.filter((word) => asked.includes(word)))
  },
})

const MAX_CODES = 50
const MAX_CODE = 200

/** Codes of a list that grows, with commas between them: any of them may hold. */
export const codes: Parameter<readonly string[]> = {
  schema: { type: 'array', items: { type: 'string', maxLength: MAX_CODE }, maxItems: MAX_CODES },
  read(text) {
    const asked = listOf(text)
    if (asked.length > MAX_CODES || asked.some((each) => each.length > MAX_CODE))
      return refused(toolTexts('v1.tooMany'), toolTexts('v1.atMost', { max: MAX_CODES }))
    return value(asked)
  },
}

export const whole = (min: number, max: number, without: number): Parameter<number> => ({
  schema: { type: 'integer', minimum: min, maximum: max },
  default: without,
  read(text) {
    const number = Number(text)
    if (/^\d{1,9}$/.test(text) && number >= min && number <= max) return value(number)
    return refused(toolTexts('v1.notNumber', { value: shown(text) }), toolTexts('v1.between', { min, max }))
  },
})

export const flag: Parameter<boolean> = {
  schema: { type: 'boolean' },
  default: false,
  read: (text) =>
    text === 'true' || text === 'false' ? value(text === 'true') : unknownOf(text, ['true', 'false']),
}

const DAY_MS = 86_400_000

/** A day of the calendar, in UTC, or a moment with its zone. `end`: the last day counts whole, so its end is meant. */
export const date = (side: 'start' | 'end'): Parameter<Date> => ({
  schema: {
    anyOf: [
      { type: 'string', format: 'date' },
      { type: 'string', format: 'date-time' },
    ],
    examples: ['2026-11-28'],
  },
  read(text) {
    const read = momentIn(text)
    if (read === null)
      return refused(toolTexts('v1.notDate', { value: shown(text) }), toolTexts('v1.useDate'))
    if (side === 'start' || !isDay(text)) return value(read)
    return value(new Date(Math.min(read.getTime() + DAY_MS, LAST_MOMENT.getTime())))
  },
})

/** Entries of a list with commas; spaces and empty ones do not count. */
export const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]
