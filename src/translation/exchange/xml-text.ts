/** Characters that XML 1.0 cannot hold, whatever the spelling: https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** The text with each character that XML cannot hold replaced by U+FFFD, one for one. */
export const writable = (text: string): string => text.replace(unwritable, '\ufffd')

/** For element content. Every `>`, so that `]]>` cannot stand in it; a bare CR would be read as a line feed. */
export const xmlText = (text: string): string =>
  writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')

/** For a value between double quotes; white space other than a space would be read as one. */
const xmlValue = (text: string): string =>
  xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

/** Attributes with a space before each; those without a value are left out. */
export const xmlAttributes = (values: Readonly<Record<string, string | number | null | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [` ${name}="${xmlValue(String(value))}"`],
    )
    .join('')
