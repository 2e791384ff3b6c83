import { type Html, html } from './html.ts'

/** Plain text as editors type it: an empty line parts paragraphs, lines that start with `- ` are a list. */
export function prose(text: string | null | undefined): Html | null {
  const blocks = (text ?? '')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  return blocks.length === 0 ? null : html`${blocks.map(block)}`
}

function block(text: string): Html {
  const lines = text.split('\n').map((line) => line.trim())
  const firstItem = lines.findIndex((line) => line.startsWith('- '))
  if (firstItem === -1) return html`<p>${lines.join(' ')}</p>`
  const before = lines.slice(0, firstItem)
  return html`${before.length > 0 && html`<p>${before.join(' ')}</p>`}<ul>${items(lines.slice(firstItem)).map(
    (item) => html`<li>${item}</li>`,
  )}</ul>`
}

/** A line without a dash goes on with the item before it. */
function items(lines: readonly string[]): string[] {
  const found: string[] = []
  for (const line of lines) {
    if (line.startsWith('- ')) found.push(line.slice(2))
    else found.push(`${found.pop() ?? ''} ${line}`.trim())
  }
  return found
}
