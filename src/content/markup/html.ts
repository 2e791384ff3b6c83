/** HTML that is safe to put into other HTML. Only `html` and `trusted` make it. */
export class Html {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[]

/** Escapes every value but those that are HTML already. Attribute values must stand in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(render)))
}

/** Markup that our own code has drawn, such as a pattern's SVG. Never for anything that a person has typed. */
export const trusted = (source: string): Html => new Html(source)

/** `<`, `>` and `&` as JSON escapes, so that data inside a script element cannot end it. */
export const jsonLd = (data: unknown): Html =>
  new Html(
    `<script type="application/ld+json">${JSON.stringify(data).replace(
      /[<>&]/g,
      (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
    )}</script>`,
  )

/**
 * An address that an editor has typed, as a link may hold it. Null when following it would run a script or the
 * address makes no sense, so that the text is shown without a link.
 */
export function safeHref(address: string): string | null {
  if (address.startsWith('/') && !address.startsWith('//')) return address
  if (address.startsWith('#')) return address
  const url = URL.parse(address)
  return url !== null && ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.source
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'object') return value.map(render).join('')
  return escaped(String(value))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
