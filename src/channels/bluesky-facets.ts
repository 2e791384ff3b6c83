import { countGraphemes } from './cut-text.ts'

/** What a part of a text does. Its place is counted in bytes of UTF-8. https://docs.bsky.app/docs/advanced-guides/post-richtext */
export interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number }
  readonly features: readonly [
    | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
    | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string },
  ]
}

/** As the lexicon has them: app.bsky.richtext.facet#tag. */
const MAX_TAG_GRAPHEMES = 64
const MAX_TAG_BYTES = 640

/** An address up to the sign that ends the sentence around it, or a word after a `#`. */
const link = /https?:\/\/\S*[^\s.,;:!?'"’”»()[\]{}،؛؟]/gu
const hashtag = /(?<=^|\s)#([\p{L}\p{M}\p{N}_\u200c]*\p{L}[\p{L}\p{M}\p{N}_\u200c]*)/gu

/** Addresses and hashtags of a text, in their order. Bluesky looks for none itself. */
export function facetsOf(text: string): Facet[] {
  const links = Array.from(text.matchAll(link), ({ 0: uri, index }) =>
    facet(text, index, uri, { $type: 'app.bsky.richtext.facet#link', uri }),
  )
  const tags = Array.from(text.matchAll(hashtag))
    .filter(([, tag = '']) => isShort(tag))
    .map(({ 0: whole, 1: tag = '', index }) =>
      facet(text, index, whole, { $type: 'app.bsky.richtext.facet#tag', tag }),
    )
  return [...links, ...tags].sort((one, other) => one.index.byteStart - other.index.byteStart)
}

function facet(text: string, start: number, part: string, feature: Facet['features'][0]): Facet {
  const byteStart = Buffer.byteLength(text.slice(0, start))
  return { index: { byteStart, byteEnd: byteStart + Buffer.byteLength(part) }, features: [feature] }
}

const isShort = (tag: string): boolean =>
  countGraphemes(tag) <= MAX_TAG_GRAPHEMES && Buffer.byteLength(tag) <= MAX_TAG_BYTES
