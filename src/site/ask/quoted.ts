import { type Html, html } from '../../content/markup/html.ts'

/** What a person wrote, line by line. Nobody asked in which language it is, so none is claimed. */
export const quoted = (text: string): Html =>
  html`<blockquote class="words" lang="" dir="auto">${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</blockquote>`
