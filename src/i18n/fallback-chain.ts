import { isLocale, type Locale } from './locales.ts'

/** What a request says for the chain that the network has in its settings. */
const NETWORK_CHAIN = 'network'

/** More are a mistake: nobody reads so many languages. */
const MAX_ENTRIES = 10

/**
 * The locales in which an item may be served, in this order: the requested one, then what the request names. Each is
 * looked up as RFC 4647, section 3.4 has it: with script and region left off one by one, so that `de-AT` finds `de`.
 * @param asked `de,en`, or `network`, or both: `de,network`.
 * @param network the network's own chain.
 * @returns the first entry that is no locale of ours, when there is one.
 */
export function fallbackChain(
  requested: Locale,
  asked: string,
  network: readonly Locale[],
): readonly Locale[] | { readonly unknown: string } {
  const entries = asked
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  const unknown = entries.find((entry) => !isKnown(entry))
  if (unknown !== undefined) return { unknown }
  if (entries.length === 0 || entries.length > MAX_ENTRIES) return { unknown: asked }
  const named = entries.flatMap((entry) => (entry === NETWORK_CHAIN ? [...network] : lookup(entry)))
  return [...new Set([...lookup(requested), ...named])]
}

const isKnown = (entry: string): boolean => entry === NETWORK_CHAIN || lookup(entry).length > 0

/** The locales of ours that a reader of the tag reads, the nearest first: `prs` is `fa-AF`, and then `fa`. */
function lookup(tag: string): Locale[] {
  const subtags = cased(tag).split('-')
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-')).filter(isLocale)
}

/** `DE-at` is `de-AT`. What is no tag at all stays as it is, and is no locale of ours. */
function cased(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}
