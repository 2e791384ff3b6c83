import { type Html, html } from '../../content/markup/html.ts'
import type { TextSegment } from '../../reading/search/marked-text.ts'

/** A text in which the words that were looked for are marked. */
export const marked = (segments: readonly TextSegment[]): Html =>
  html`${segments.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`
