import { type Html, html } from '../content/markup/html.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { type AnnouncementParts, announce, plainBlocks } from './announcement.ts'
import type { ComposeOptions, Post } from './channel.ts'
import { countGraphemes } from './cut-text.ts'
import { droppedImage } from './dropped-image.ts'
import { postImage } from './post-image.ts'

/** No server sets a limit for what comes from another, but programs fold what is longer than anybody reads there. */
const MAX_CHARACTERS = 5000
/** What Mastodon keeps of a text alternative: https://docs.joinmastodon.org/methods/media/#form-data-parameters */
const MAX_ALT_CHARACTERS = 1500
const imageTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

/** Title, when and where, summary, address, hashtags and who paid, as text for the preview and as HTML for the servers. */
export function composeNote(item: PublishedItem, options: ComposeOptions): Post {
  const { text, parts, shortened } = announce(item, options, {
    write: plainBlocks,
    fits: (written) => countGraphemes(written) <= MAX_CHARACTERS,
  })
  const image = postImage(item, options, { maxAltCharacters: MAX_ALT_CHARACTERS, imageTypes })
  return {
    text,
    fields: { html: contentOf(parts).source, hashtags: parts.hashtags.join(' ') },
    locale: item.locale,
    url: item.url,
    image,
    report: {
      unit: 'characters',
      used: countGraphemes(text),
      limit: MAX_CHARACTERS,
      shortened: [...shortened, ...droppedImage(item, options, image)],
    },
  }
}

/** Elements that every server lets through; Mastodon drops others: https://docs.joinmastodon.org/spec/activitypub/#sanitization */
const contentOf = (parts: AnnouncementParts): Html =>
  html`${[
    paragraph([parts.notice], strong),
    paragraph([parts.title], strong),
    paragraph(parts.appointment),
    ...parts.summary.split(/\n{2,}/).map((block) => paragraph(block.split('\n'))),
    paragraph([parts.url], (url) => html`<a href="${url}" rel="noopener">${url}</a>`),
    hashtagLinks(parts),
    paragraph(parts.closing),
  ]}`

const strong = (line: string): Html => html`<strong>${line}</strong>`

function paragraph(lines: readonly string[], draw: (line: string) => Html = (line) => html`${line}`): Html {
  const written = lines.filter((line) => line !== '').map(draw)
  return written.length === 0
    ? html``
    : html`<p>${written.flatMap((line, at) => (at === 0 ? [line] : [html`<br>`, line]))}</p>`
}

/** Servers lead them to their own pages of a tag; elsewhere they lead to the item. */
const hashtagLinks = ({ hashtags, url }: AnnouncementParts): Html =>
  hashtags.length === 0
    ? html``
    : html`<p>${hashtags.flatMap((tag, at) => [
        at === 0 ? null : ' ',
        html`<a href="${url}" class="mention hashtag" rel="tag">#<span>${tag.replace(/^#/, '')}</span></a>`,
      ])}</p>`
