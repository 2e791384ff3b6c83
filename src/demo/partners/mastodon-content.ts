import { html, trusted } from '../../content/markup/html.ts'

const address = /https?:\/\/[^\s]*[^\s.,;:!?'"’”»()،؛؟]/g
const mention = /(^|[^/\w])(@[a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]/gi
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Length as the real server counts it: each address as 23 letters, whatever its length, mentions without
 * their server, and then graphemes.
 * https://github.com/mastodon/mastodon/blob/main/app/validators/status_length_validator.rb
 */
export const countedLength = (text: string): number =>
  [...graphemes.segment(text.replace(address, 'x'.repeat(23)).replace(mention, '$1$2'))].length

/** A status as HTML: paragraphs, links that show a shortened address, hashtags. */
export function contentOf(text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p>${paragraph.split('\n').flatMap((line, index) => [index > 0 && trusted('<br>'), ...lineOf(line)])}</p>`,
    )
  return html`${paragraphs}`.source
}

const lineOf = (line: string) =>
  line.split(/(https?:\/\/[^\s]+|#[\p{L}\p{M}\p{N}_\u200c]+)/u).map((part) => {
    if (part.startsWith('#') && part.length > 1)
      return html`<a href="/tags/${encodeURIComponent(part.slice(1))}" rel="tag">${part}</a>`
    if (!/^https?:\/\//.test(part)) return part
    const shown = part.replace(/^https?:\/\//, '')
    return html`<a href="${part}" rel="nofollow noopener">${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}</a>`
  })
