/** Texts by key, as `locales/` holds them. */
export type Texts = Readonly<Record<string, string>>

type Values = Readonly<Record<string, string | number>>

/** Looks a text up. `count` chooses the plural form and is not shown: what is shown is `number`, as people write it. */
export type TextReader = (key: string, values?: Values) => string

/**
 * Reads texts that the server sent along, in a browser that has no i18next. A key without its text is a mistake of ours,
 * shown by its name so that it is found.
 */
export function textReader(texts: Texts, language: string): TextReader {
  const plurals = new Intl.PluralRules(language)
  return (key, values = {}) => {
    const { count } = values
    const name = typeof count === 'number' ? `${key}_${plurals.select(count)}` : key
    return (texts[name] ?? key).replace(/\{\{(\w+)\}\}/g, (_, slot: string) => String(values[slot] ?? ''))
  }
}
