import { closingLines } from '../content/closing-lines.ts'
import { eventLines } from '../content/event-lines.ts'
import type { PublishedItem } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import type { ComposeOptions, Post } from './channel.ts'
import { countGraphemes, cutText } from './cut-text.ts'
import { hashtagsOf } from './hashtags.ts'
import { isolateForeign } from './isolate.ts'

/** More reads as spam. */
const MAX_HASHTAGS = 4
/** Hashtags give way until the summary has this much, then the summary does. */
const MIN_SUMMARY_CHARACTERS = 120

/** What an announcement is made of, all of it in the item's language. Each may be empty. */
export interface AnnouncementParts {
  /** Says that it corrects or withdraws an earlier one, and why. */
  readonly notice: string
  readonly title: string
  /** When and where an event is. */
  readonly appointment: readonly string[]
  readonly summary: string
  readonly url: string
  readonly hashtags: readonly string[]
  /** Who paid, and what readers must know about the text. */
  readonly closing: readonly string[]
}

/** How a service writes an announcement down. */
export interface AnnouncementForm {
  /** The parts as that service takes them. */
  readonly write: (parts: AnnouncementParts) => string
  /** Whether a written text is short enough. */
  readonly fits: (text: string) => boolean
}

export interface Announcement {
  readonly text: string
  readonly parts: AnnouncementParts
  readonly shortened: Post['report']['shortened']
}

/** Parts as blocks of plain text, an empty line between two. */
export const plainBlocks = ({
  notice,
  title,
  appointment,
  summary,
  url,
  hashtags,
  closing,
}: AnnouncementParts): string =>
  [[notice], [title], appointment, [summary], [url], [hashtags.join(' '), ...closing]]
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')

/**
 * Title, when and where, summary, address, hashtags, who paid, in the item's language. What is too long gives way in this
 * order: hashtags from the last, the summary, the title. Dates, address, funding and the mark of sample content never do,
 * nor does a word that an editor wrote: a text that is too long then is for `validate` to refuse.
 */
export function announce(
  item: PublishedItem,
  { change, ownText, reason = '' }: Pick<ComposeOptions, 'change' | 'ownText' | 'reason'>,
  form: AnnouncementForm,
): Announcement {
  const { locale } = item
  const write = (parts: AnnouncementParts): string => form.write(isolated(parts, locale))
  const stands = change === 'published' || change === 'revised'
  const frame = {
    notice: stands ? '' : translator(locale, 'terms')(`post.${change}`, { reason: oneLine(reason) }).trim(),
    appointment: item.event === null ? [] : eventLines(item.event, locale),
    url: item.url,
    closing: closingLines(item),
  }
  if (ownText !== undefined) {
    const parts = { ...frame, appointment: [], title: '', summary: ownText.trim(), hashtags: [] }
    return { text: write(parts), parts: isolated(parts, locale), shortened: [] }
  }
  const whole: AnnouncementParts = {
    ...frame,
    title: oneLine(item.title),
    summary: change === 'withdrawn' ? '' : oneLine(item.summary),
    hashtags: stands ? hashtagsOf(item.topics, locale).slice(0, MAX_HASHTAGS) : [],
  }
  const parts = fitted(whole, (each) => form.fits(write(each)), item)
  return {
    text: write(parts),
    parts: isolated(parts, locale),
    shortened: [
      ...(parts.title === whole.title ? [] : (['title'] as const)),
      ...(parts.summary === whole.summary ? [] : (['summary'] as const)),
      ...(parts.hashtags.length === whole.hashtags.length ? [] : (['topics'] as const)),
    ],
  }
}

/** As they are read where nothing but plain text says how. */
function isolated(parts: AnnouncementParts, locale: Locale): AnnouncementParts {
  const isolate = (text: string): string => isolateForeign(text, locale)
  const { notice, title, appointment, summary, closing } = parts
  return {
    ...parts,
    notice: isolate(notice),
    title: isolate(title),
    appointment: appointment.map(isolate),
    summary: isolate(summary),
    closing: closing.map(isolate),
  }
}

function fitted(
  whole: AnnouncementParts,
  fits: (parts: AnnouncementParts) => boolean,
  { locale }: PublishedItem,
): AnnouncementParts {
  for (let kept = whole.hashtags.length; kept >= 0; kept--) {
    const parts = { ...whole, hashtags: whole.hashtags.slice(0, kept) }
    const summary = cutText(whole.summary, locale, (beginning) => fits({ ...parts, summary: beginning }))
    const enough = summary === whole.summary || countGraphemes(summary) >= MIN_SUMMARY_CHARACTERS
    const last = kept === 0 && summary !== ''
    if ((enough || last) && fits({ ...parts, summary })) return { ...parts, summary }
  }
  const title = cutText(whole.title, locale, (beginning) =>
    fits({ ...whole, title: beginning, summary: '', hashtags: [] }),
  )
  return { ...whole, title, summary: '', hashtags: [] }
}

/** A line break inside a title or summary would look like a part of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
