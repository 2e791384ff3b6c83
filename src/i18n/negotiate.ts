import { type Locale, sourceLocale } from './locales.ts'

/**
 * The language to greet a stranger in: the first that their browser asks for and that there is.
 * @param accepted an Accept-Language header (RFC 9110, section 12.5.4), or null.
 * @param available at least one, in order of preference.
 */
export function negotiate(accepted: string | null, available: readonly Locale[]): Locale {
  for (const tag of wantedTags(accepted ?? '')) {
    const match = bestMatch(tag, available)
    if (match !== null) return match
  }
  return available.includes(sourceLocale) ? sourceLocale : (available[0] ?? sourceLocale)
}

/**
 * The locale that a reader of the tag would take: the same one, or with script and region left off one by one.
 * `prs` is Dari (`fa-AF`), and whoever asks for it reads `fa` rather than nothing.
 */
function bestMatch(tag: string, available: readonly Locale[]): Locale | null {
  let subtags = canonical(tag)?.split('-') ?? []
  while (subtags.length > 0) {
    const shorter = subtags.join('-').toLowerCase()
    const match = available.find((locale) => locale.toLowerCase() === shorter)
    if (match !== undefined) return match
    subtags = subtags.slice(0, -1)
  }
  return null
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Tags by weight; those of weight 0 are refused by the reader. */
function wantedTags(header: string): string[] {
  return header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim())
      const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
      return { tag, weight: Number.isNaN(weight) ? 0 : weight }
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
}
