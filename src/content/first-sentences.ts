import type { Locale } from '../i18n/locales.ts'

/** As many whole sentences as fit into `limit` characters; where not even one does, whole words and an ellipsis. */
export function firstSentences(text: string, limit: number, locale: Locale): string {
  if (text.length <= limit) return text
  const sentences = fitting(text, limit, locale, 'sentence')
  if (sentences !== '') return sentences
  return `${fitting(text, limit - 1, locale, 'word')}…`
}

function fitting(text: string, limit: number, locale: Locale, granularity: 'sentence' | 'word'): string {
  let end = 0
  for (const { index, segment } of new Intl.Segmenter(locale, { granularity }).segment(text)) {
    if (index + segment.trimEnd().length > limit) break
    end = index + segment.length
  }
  return text.slice(0, end).trimEnd()
}
