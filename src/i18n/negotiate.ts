import { chooseLocale } from './choose-locale.ts'
import { type Locale, sourceLocale } from './locales.ts'

/**
 * The language to greet a stranger in: the first that their browser asks for and that there is, or else the network's.
 * @param accepted an Accept-Language header (RFC 9110, section 12.5.4), or null.
 * @param available at least one, in order of preference.
 * @param chain the network's languages for those whom it does not speak to in their own, in order.
 */
export function negotiate(
  accepted: string | null,
  available: readonly Locale[],
  chain: readonly Locale[] = [sourceLocale],
): Locale {
  const { wanted, refused } = preferences(accepted ?? '')
  const bearable = available.filter((locale) => !refused.has(locale))
  const offered = bearable.length === 0 ? available : bearable
  return chooseLocale(wanted, offered, { whenNone: 'any', chain }).locale ?? sourceLocale
}

interface Preferences {
  /** By weight, the heaviest first. */
  readonly wanted: readonly string[]
  /** Those of weight 0. */
  readonly refused: ReadonlySet<string>
}

function preferences(header: string): Preferences {
  const ranges = header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim())
      const weight = Number(parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2) ?? 1)
      return { tag, weight: Number.isNaN(weight) ? 0 : weight }
    })
    .filter(({ tag }) => tag !== '')
  return {
    wanted: ranges
      .filter(({ weight }) => weight > 0)
      .sort((one, other) => other.weight - one.weight)
      .map(({ tag }) => tag),
    refused: new Set(ranges.filter(({ weight }) => weight <= 0).map(({ tag }) => tag)),
  }
}
