import { paragraph } from './layout.ts'
import { type Mjml, mjml } from './mjml.ts'
import { type Line, lines, type Plain, plain } from './plain.ts'

/** A stretch of text as an editor typed it. */
type Stretch =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** An empty line parts paragraphs, lines that start with `- ` are a list. */
function stretchesOf(text: string): Stretch[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .flatMap(inBlock)
}

function inBlock(block: string): Stretch[] {
  const all = block.split('\n').map((line) => line.trim())
  const firstItem = all.findIndex((line) => line.startsWith('- '))
  if (firstItem === -1) return [{ kind: 'paragraph', text: all.join(' ') }]
  const before = all.slice(0, firstItem).join(' ')
  const list: Stretch = { kind: 'list', items: itemsOf(all.slice(firstItem)) }
  return before === '' ? [list] : [{ kind: 'paragraph', text: before }, list]
}

/** A line without a dash goes on with the item before it. */
function itemsOf(all: readonly string[]): string[] {
  const found: string[] = []
  for (const line of all) {
    if (line.startsWith('- ')) found.push(line.slice(2))
    else found.push(`${found.pop() ?? ''} ${line}`.trim())
  }
  return found
}

/** What an editor typed, as paragraphs and lists. Empty text gives nothing. */
export const prose = (text: string): Mjml =>
  mjml`${stretchesOf(text).map((stretch) =>
    stretch.kind === 'paragraph'
      ? paragraph(stretch.text)
      : mjml`<ul style="margin:0 0 14px;padding:0 22px">${stretch.items.map(
          (item) => mjml`<li style="margin:0 0 6px">${item}</li>`,
        )}</ul>`,
  )}`

/** The same as plain text, block by block. */
export const proseText = (text: string, line: Line): Plain[] =>
  stretchesOf(text).map((stretch) =>
    stretch.kind === 'paragraph'
      ? line(plain`${stretch.text}`)
      : lines(stretch.items.map((item) => line(plain`- ${item}`))),
  )
