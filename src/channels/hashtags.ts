import type { Locale } from '../i18n/locales.ts'

/** Letters with their marks, digits, and the joiner inside Persian words: what services take for part of a hashtag. */
const word = /[\p{L}\p{M}\p{N}\u200c]+/gu

/**
 * Hashtags of topics, without repetitions. Words are joined as people of the script do: ÉconomieSociale, which screen
 * readers read as two words, and ريادة_الأعمال where there are no capitals. What holds no letter is left out.
 * https://docs.joinmastodon.org/user/posting/#hashtags
 */
export function hashtagsOf(topics: readonly string[], locale: Locale): string[] {
  const tags = new Map<string, string>()
  for (const topic of topics) {
    const tag = hashtagOf(topic, locale)
    if (tag !== null && !tags.has(tag.toLocaleLowerCase(locale))) tags.set(tag.toLocaleLowerCase(locale), tag)
  }
  return [...tags.values()]
}

function hashtagOf(topic: string, locale: Locale): string | null {
  const words = topic.normalize('NFC').match(word) ?? []
  if (!words.some((each) => /\p{L}/u.test(each))) return null
  const capitals = words.map((each) => capitalise(each, locale))
  const hasCapitals = capitals.some((each) => each.toLocaleLowerCase(locale) !== each)
  return `#${hasCapitals ? capitals.join('') : words.join('_')}`
}

function capitalise(text: string, locale: Locale): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}
