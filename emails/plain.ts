import type { PlaceholderName } from './mjml.ts'
import type { Direction } from './theme.ts'

/** Plain text that may hold placeholders and is safe to join with more. Only `plain` and its kin make it. */
export class Plain {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

export type PlainValue = Plain | string

/** Plain text in which nothing that an editor typed is taken for a placeholder, and one value stays on one line. */
export function plain(strings: TemplateStringsArray, ...values: readonly PlainValue[]): Plain {
  return new Plain(String.raw({ raw: strings }, ...values.map(render)))
}

export const plainPlaceholder = (name: PlaceholderName): Plain => new Plain(`{{${name}}}`)

/** Blocks with a blank line between them. Empty ones are left out. */
export const blocks = (parts: readonly (Plain | null)[]): Plain => join(parts, '\n\n')

/** Lines one below the other. Empty ones are left out. */
export const lines = (parts: readonly (Plain | null)[]): Plain => join(parts, '\n')

function join(parts: readonly (Plain | null)[], separator: string): Plain {
  const sources = parts.flatMap((part) => (part === null || part.source === '' ? [] : [part.source]))
  return new Plain(sources.join(separator))
}

export type Line = (text: Plain) => Plain

/**
 * Makes lines of a language. Mail programs take the direction of a line from its first letter, so one that is to be read
 * from right to left but begins with a Latin name or a number gets an invisible mark in front.
 */
export const inDirectionOf =
  (direction: Direction): Line =>
  (line) =>
    direction === 'ltr' || startsRightToLeft(line) ? line : new Plain(`${RIGHT_TO_LEFT_MARK}${line.source}`)

const RIGHT_TO_LEFT_MARK = '\u200f'
const firstLetter = /\p{L}/u
const rightToLeftLetter =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]$/u

function startsRightToLeft({ source }: Plain): boolean {
  const [letter] = firstLetter.exec(source) ?? []
  return letter !== undefined && rightToLeftLetter.test(letter)
}

const controls = /\p{Cc}+/gu
/** The first of two braces in a row. An invisible joiner between them, and it is no placeholder. */
const doubledBrace = /\{(?=\{)/g

const render = (value: PlainValue): string =>
  value instanceof Plain ? value.source : value.replace(controls, ' ').replace(doubledBrace, '{\u2060').trim()
