/** Declarations of a style attribute or a rule's block, by property. A later one wins; `!important` stays in the value. */
export function inlineStyle(style = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    style.split(';').flatMap((declaration) => {
      const colon = declaration.indexOf(':')
      if (colon < 0) return []
      return [[declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()]]
    }),
  )
}
