/** MJML that is safe to put into other MJML. Only `mjml` and `placeholder` make it. */
export class Mjml {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

/** `false` and null show nothing, so that parts can be left out in place. */
export type MjmlValue = Mjml | string | number | false | null | readonly MjmlValue[]

/**
 * Escapes every value but those that are MJML already, braces included: text that an editor typed can neither become
 * markup nor a placeholder. Attribute values must stand in double quotes.
 */
export function mjml(strings: TemplateStringsArray, ...values: readonly MjmlValue[]): Mjml {
  return new Mjml(String.raw({ raw: strings }, ...values.map(render)))
}

/** What is filled in for each person, after the edition has been rendered once. A closed set. */
export const placeholderNames = ['unsubscribe_url', 'preferences_url', 'stands_in'] as const

export type PlaceholderName = (typeof placeholderNames)[number]

/**
 * Stands for a person's own value. May only be an attribute's whole value or text between tags; `stands_in` between tags
 * alone, as it brings an element of its own, or nothing.
 */
export const placeholder = (name: PlaceholderName): Mjml => new Mjml(`{{${name}}}`)

/**
 * Markup that no value enters, such as a style sheet of ours. Never for anything that a person has typed.
 */
export const trusted = (source: string): Mjml => new Mjml(source)

function render(value: MjmlValue): string {
  if (value instanceof Mjml) return value.source
  if (value === false || value === null) return ''
  if (typeof value === 'object') return value.map(render).join('')
  return escaped(String(value))
}

const controls = /\p{Cc}+/gu
const special = /[&<>"'{}]/g

const escaped = (text: string): string =>
  text.replace(controls, ' ').replace(special, (character) => `&#${character.charCodeAt(0)};`)
