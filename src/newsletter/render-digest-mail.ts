import { type DigestProps, digest, digestText } from '../../emails/digest.ts'
import type { Texts } from '../../emails/letter.ts'
import { firstSentences } from '../content/first-sentences.ts'
import type { Locale } from '../i18n/locales.ts'
import { assertSendable } from './assert-sendable.ts'
import { htmlOf } from './html-of.ts'
import { languageOf, letterAcknowledgements, letterItem } from './letter-parts.ts'
import { type EditionItem, textsIn } from './render-edition.ts'

/** Twenty items must fit into a letter that no mail program clips, in any script. */
const MAX_SUMMARY = 300
/** Longest preheader that mail programs show, in characters. */
const MAX_PREHEADER = 140

/** Everything that a digest is made of. The same props give the same bytes. */
export interface DigestMailProps
  extends Pick<DigestProps, 'rhythm' | 'network' | 'postalAddress' | 'chosen' | 'emblemUrl'> {
  readonly locale: Locale
  /** In their order, at least one. The first leads. */
  readonly items: readonly Pick<EditionItem, 'item' | 'shownLocale'>[]
}

export interface RenderedDigest {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/**
 * Renders a digest with placeholders for the person's own links.
 * @throws {EditionError} when it must not be sent.
 */
export async function renderDigestMail(
  props: DigestMailProps,
  texts: Texts = textsIn(props.locale),
): Promise<RenderedDigest> {
  const { locale, rhythm, items, ...rest } = props
  const [lead] = items
  const speaks = lead !== undefined && lead.shownLocale === locale
  const letter: DigestProps = {
    ...rest,
    rhythm,
    language: languageOf(locale),
    preheader: speaks ? firstSentences(lead.item.summary, MAX_PREHEADER, locale) : '',
    items: items.map(({ item, shownLocale }) => {
      const summary = firstSentences(item.summary, MAX_SUMMARY, shownLocale)
      return letterItem({ ...item, summary }, shownLocale)
    }),
    acknowledgements: letterAcknowledgements(
      locale,
      items.flatMap(({ item }) => item.acknowledgements),
    ),
  }
  const html = await htmlOf(digest(letter, texts))
  const text = digestText(letter, texts).source
  assertSendable({ html, text })
  const subject = speaks
    ? texts.t(`digest.subject.${rhythm}`, { title: lead.item.title })
    : texts.t(`digest.title.${rhythm}`)
  return { subject, html, text }
}
