import { closingLines } from '../content/closing-lines.ts'
import { eventLines } from '../content/event-lines.ts'
import type { PublishedItem } from '../content/published-item.ts'
import type { Post, PostLimits } from './channel.ts'
import { countGraphemes, cutText, lengthOf } from './cut-text.ts'
import { hashtagsOf } from './hashtags.ts'

/** More reads as spam. */
const MAX_HASHTAGS = 4
/** Hashtags give way until the summary has this much, then the summary does. */
const MIN_SUMMARY_CHARACTERS = 120

interface Parts {
  readonly title: string
  readonly summary: string
  readonly hashtags: readonly string[]
}

/**
 * Title, when and where, summary, address, hashtags, who paid, in the item's language. What is too long gives way in this
 * order: hashtags from the last, the summary, the title. Dates, address, funding and the mark of sample content never do.
 */
export function composeText(item: PublishedItem, limits: PostLimits): Omit<Post, 'image' | 'locale' | 'url'> {
  const { locale } = item
  const appointment = item.event === null ? [] : eventLines(item.event, locale)
  const closing = closingLines(item)
  const textOf = ({ title, summary, hashtags }: Parts): string =>
    [
      [title],
      appointment,
      [summary],
      [item.url],
      [...(hashtags.length > 0 ? [hashtags.join(' ')] : []), ...closing],
    ]
      .map((lines) => lines.filter((line) => line !== '').join('\n'))
      .filter((block) => block !== '')
      .join('\n\n')
  const fits = (parts: Parts): boolean =>
    lengthOf(textOf(parts), limits.charactersPerUrl) <= limits.maxCharacters

  const whole: Parts = {
    title: oneLine(item.title),
    summary: oneLine(item.summary),
    hashtags: hashtagsOf(item.topics, locale).slice(0, MAX_HASHTAGS),
  }
  const parts = fitted(whole, fits, item)
  const text = textOf(parts)
  return {
    text,
    report: {
      unit: 'characters',
      used: lengthOf(text, limits.charactersPerUrl),
      limit: limits.maxCharacters,
      shortened: [
        ...(parts.title === whole.title ? [] : (['title'] as const)),
        ...(parts.summary === whole.summary ? [] : (['summary'] as const)),
        ...(parts.hashtags.length === whole.hashtags.length ? [] : (['topics'] as const)),
      ],
    },
  }
}

function fitted(whole: Parts, fits: (parts: Parts) => boolean, { locale }: PublishedItem): Parts {
  for (let kept = whole.hashtags.length; kept >= 0; kept--) {
    const parts = { ...whole, hashtags: whole.hashtags.slice(0, kept) }
    const summary = cutText(whole.summary, locale, (beginning) => fits({ ...parts, summary: beginning }))
    const enough = summary === whole.summary || countGraphemes(summary) >= MIN_SUMMARY_CHARACTERS
    const last = kept === 0 && summary !== ''
    if ((enough || last) && fits({ ...parts, summary })) return { ...parts, summary }
  }
  const title = cutText(whole.title, locale, (beginning) =>
    fits({ title: beginning, summary: '', hashtags: [] }),
  )
  return { title, summary: '', hashtags: [] }
}

/** A line break inside a title or summary would look like a part of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
