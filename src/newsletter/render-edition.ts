import { createHash } from 'node:crypto'

import type { LetterProps, Texts } from '../../emails/letter.ts'
import type { LetterDesign, LetterInvitation, LetterPart } from '../../emails/letter-contents.ts'
import { newsletter } from '../../emails/newsletter.ts'
import { newsletterText } from '../../emails/newsletter-text.ts'
import type { Acknowledgement, PublishedItem } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import { assertSendable } from './assert-sendable.ts'
import { htmlOf } from './html-of.ts'
import { languageOf, letterAcknowledgements, letterItem } from './letter-parts.ts'
import type { ExpectedAcknowledgement } from './lint/edition-under-lint.ts'
import { expectedAcknowledgements } from './lint/expected-acknowledgements.ts'
import type { PlaceholderName } from './placeholders.ts'
import { usedPlaceholders } from './placeholders.ts'
import type { Attachment } from './transports/transport.ts'

/** An item of the issue in the language in which this edition shows it. */
export interface EditionItem {
  readonly item: PublishedItem
  /** The item's own `locale`, where it is public. */
  readonly shownLocale: Locale
  /** Why it is not shown in the edition's language. Null when it is. */
  readonly fallbackReason: string | null
}

/** Items under a heading or none, or words of the issue's own. What is not written in the edition's language is not in it. */
export type EditionPart =
  | { readonly kind: 'items'; readonly heading: string; readonly items: readonly EditionItem[] }
  | Extract<LetterPart, { kind: 'text' }>

/** Everything an edition is made of. The same props give the same bytes. Addresses are absolute, http or https. */
export interface EditionProps {
  readonly locale: Locale
  readonly design: LetterDesign
  readonly newsletter: {
    readonly name: string
    /** Names of others whose readers get it too, in the edition's language. */
    readonly alsoTo: readonly string[]
    /** Line breaks become commas. */
    readonly postalAddress: string
    /** Where somebody else can subscribe, in the edition's language. */
    readonly subscribeUrl: string
  }
  readonly network: {
    readonly name: string
    readonly url: string
    readonly privacyUrl: string
    /** PNG of 96 x 72. Null: the name alone. */
    readonly logoUrl: string | null
  }
  readonly issue: {
    readonly number: number
    /** Its month is shown, in UTC. */
    readonly date: Date
    readonly subject: string
    readonly preheader: string
    /** Paragraphs and lists, separated by blank lines. May be empty. */
    readonly intro: string
    /** PNG, 1200 wide. Null: the first item's image, or none. */
    readonly coverUrl: string | null
  }
  readonly webUrl: string
  /** PNG of the European emblem with its white border, 164 wide. */
  readonly emblemUrl: string
  /** Every locale that has an edition of this issue, this one included. */
  readonly editionLocales: readonly Locale[]
  /** In their order. Of all items the first leads. */
  readonly contents: readonly EditionPart[]
  /** What an invitation says about its event. Null in other designs. */
  readonly invitation: LetterInvitation | null
  /** Files that come with every mail of the edition. */
  readonly attachments: readonly Attachment[]
  /** The newsletter's own. Those of the items are added. */
  readonly acknowledgements: readonly Acknowledgement[]
  /** Says on top and in the subject that it is a test. */
  readonly test: boolean
}

/** An issue in one language, rendered once. Nothing in it belongs to a person yet. */
export interface RenderedEdition {
  readonly locale: Locale
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** SHA-256 in hex of all the above. */
  readonly contentHash: string
  /** Size of the HTML in UTF-8: what mail programs count before they clip. */
  readonly bytes: number
  readonly placeholders: readonly PlaceholderName[]
  /** What it owes to those who funded what it tells of. Not part of the hash: the HTML holds it. */
  readonly acknowledgements: readonly ExpectedAcknowledgement[]
}

/**
 * Renders an edition.
 * @throws {EditionError} when it must not be sent: see its reasons.
 * @throws {RangeError} when there are no interface texts in its locale.
 */
export async function renderEdition(
  props: EditionProps,
  texts: Texts = textsIn(props.locale),
): Promise<RenderedEdition> {
  const letter = letterOf(props)
  const subject = props.test ? texts.t('test.subject', { subject: props.issue.subject }) : props.issue.subject
  const html = await htmlOf(newsletter(letter, texts))
  const text = newsletterText(letter, texts).source
  const { locale } = props
  const acknowledgements = expectedAcknowledgements(letter.acknowledgements, texts)
  assertSendable({ locale, subject, html, text, acknowledgements, isFunded: acknowledgements.length > 0 })
  const { preheader } = props.issue
  const { attachments } = props
  const hash = createHash('sha256').update(
    JSON.stringify([locale, subject, preheader, html, text, ...attachments]),
  )
  return {
    locale,
    subject,
    preheader,
    html,
    text,
    attachments,
    contentHash: hash.digest('hex'),
    bytes: Buffer.byteLength(html),
    placeholders: usedPlaceholders(html),
    acknowledgements,
  }
}

/** What a mail's texts are taken from. */
export const textsIn = (locale: Locale): Texts => ({
  t: translator(locale, 'email'),
  terms: translator(locale, 'terms'),
})

function letterOf({ locale, contents, editionLocales, attachments: _, ...rest }: EditionProps): LetterProps {
  const items = contents.flatMap((part) => (part.kind === 'items' ? part.items : []))
  return {
    ...rest,
    language: languageOf(locale),
    otherLanguages: editionLocales.filter((other) => other !== locale).length,
    parts: contents.map(letterPart),
    acknowledgements: letterAcknowledgements(locale, [
      ...rest.acknowledgements,
      ...items.flatMap(({ item }) => item.acknowledgements),
    ]),
  }
}

const letterPart = (part: EditionPart): LetterPart =>
  part.kind === 'text'
    ? part
    : { ...part, items: part.items.map(({ item, shownLocale }) => letterItem(item, shownLocale)) }
