/** XML that is safe to put into other XML. Only `xml` makes it. */
export class Xml {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

type XmlValue = Xml | string | number | null | false | readonly XmlValue[]

/**
 * Escapes every value but those that are XML already; null and false are nothing. Attribute values must stand in double
 * quotes. Ours because xmlbuilder2 takes `&lt;` in a text for a `<`, and so turns shown markup into markup that runs.
 */
export function xml(strings: TemplateStringsArray, ...values: readonly XmlValue[]): Xml {
  return new Xml(String.raw({ raw: strings }, ...values.map(render)))
}

function render(value: XmlValue): string {
  if (value instanceof Xml) return value.source
  if (value === null || value === false) return ''
  if (typeof value === 'object') return value.map(render).join('')
  return String(value)
    .replace(forbidden, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
}

/** What XML 1.0 cannot hold at all, not even escaped: https://www.w3.org/TR/xml/#charsets */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
