import type { AnnouncementParts } from './announcement.ts'
import type { Post } from './channel.ts'
import { withAddresses } from './chat-webhook.ts'

type Run = { readonly type: 'text'; readonly text: string; readonly style?: { readonly bold: true } } | Link
interface Link {
  readonly type: 'link'
  readonly url: string
}

/** The three letters that mean something in Slack's own markup: https://docs.slack.dev/messaging/formatting-message-text */
export const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * What Slack is sent: pieces of text that it takes as they are, because nothing can escape the stars and underscores of its
 * own markup, and the same in one piece for notifications.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function slackMessage(parts: AnnouncementParts, text: string, image: Post['image']): string {
  const blocks = [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: runsOf(parts) }],
    },
    ...(image === null ? [] : [{ type: 'image', image_url: image.url, alt_text: image.alt }]),
  ]
  return JSON.stringify({ text: escapeSlack(text), blocks, unfurl_links: false, unfurl_media: false })
}

function runsOf({ notice, title, appointment, summary, url, closing }: AnnouncementParts): Run[] {
  const paragraphs = [[notice], [title], appointment, [summary], [url], closing]
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((paragraph) => paragraph !== '')
  return paragraphs.flatMap((paragraph, index): Run[] => [
    ...(index === 0 ? [] : [{ type: 'text', text: '\n\n' } as const]),
    ...withAddresses(paragraph).map(
      ({ text, isAddress }): Run =>
        isAddress
          ? { type: 'link', url: text }
          : { type: 'text', text, ...(paragraph === title && { style: { bold: true } }) },
    ),
  ])
}
