import { directionOf, type Locale } from '../i18n/locales.ts'
import type { AnnouncementParts } from './announcement.ts'
import type { Post } from './channel.ts'
import { withAddresses } from './chat-webhook.ts'

/**
 * What Teams is sent: an Adaptive Card, which is all that a workflow takes. Words stand in runs, which it takes as they
 * are, where its text blocks would read stars and brackets as markup.
 * https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features
 */
export function teamsCard(
  { notice, title, appointment, summary, url, closing }: AnnouncementParts,
  locale: Locale,
  image: Post['image'],
): string {
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: locale,
    ...(directionOf(locale) === 'rtl' && { rtl: true }),
    msteams: { width: 'Full' },
    body: [
      ...words([notice]),
      ...words([title], { weight: 'Bolder', size: 'Large' }),
      ...words(appointment),
      ...(image === null ? [] : [{ type: 'Image', url: image.url, altText: image.alt }]),
      ...words([summary]),
      ...words([url]),
      ...words(closing, { isSubtle: true }),
    ],
  }
  return JSON.stringify({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  })
}

/** A message without cards: a workflow made from the template posts each card that it finds, and here finds none. */
export const emptyMessage = JSON.stringify({ type: 'message', attachments: [] })

type Block = Readonly<Record<string, unknown>>

function words(lines: readonly string[], look: Readonly<Record<string, unknown>> = {}): Block[] {
  const text = lines.filter((line) => line !== '').join('\n')
  if (text === '') return []
  const inlines = withAddresses(text).map((piece) => ({
    type: 'TextRun',
    text: piece.text,
    ...look,
    ...(piece.isAddress && { selectAction: { type: 'Action.OpenUrl', url: piece.text } }),
  }))
  return [{ type: 'RichTextBlock', inlines }]
}
