import { type Html, html, safeHref } from './html.ts'

/** A node of the editor's document, as far as we show it. https://payloadcms.com/docs/rich-text/overview */
interface Node {
  readonly type?: unknown
  readonly children?: readonly Node[]
  readonly text?: unknown
  /** Bits of a text's formats, or the alignment of a block. */
  readonly format?: unknown
  readonly tag?: unknown
  readonly fields?: { readonly url?: unknown }
  readonly value?: unknown
  readonly headerState?: unknown
}

interface Picture {
  readonly url: string
  readonly alt?: string | null
  readonly width?: number | null
  readonly height?: number | null
}

/** Lexical's bits: https://github.com/facebook/lexical/blob/main/packages/lexical/src/LexicalConstants.ts */
const formats = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
] as const

/**
 * Shows a formatted text. Elements that we do not know show their words only, so nothing that the editor learns later
 * becomes markup by itself. Null when there is nothing in it.
 * @param headings how far the text's own headings are moved down, so that the page keeps one h1.
 */
export function richText(
  document: { readonly root?: unknown } | null | undefined,
  headings = 0,
): Html | null {
  const root = document?.root as Node | undefined
  const blocks = root?.children ?? []
  return blocks.some(hasWords) ? html`${blocks.map((node) => show(node, headings))}` : null
}

const hasWords = (node: Node): boolean =>
  (typeof node.text === 'string' && node.text.trim() !== '') ||
  node.type === 'upload' ||
  (node.children ?? []).some(hasWords)

function show(node: Node, headings: number): Html {
  const inside = html`${(node.children ?? []).map((child) => show(child, headings))}`
  switch (node.type) {
    case 'text':
      return text(node)
    case 'linebreak':
      return html`<br>`
    case 'paragraph':
      return html`<p>${inside}</p>`
    case 'heading':
      return heading(node, inside, headings)
    case 'quote':
      return html`<blockquote><p>${inside}</p></blockquote>`
    case 'list':
      return node.tag === 'ol' ? html`<ol>${inside}</ol>` : html`<ul>${inside}</ul>`
    case 'listitem':
      return html`<li>${inside}</li>`
    case 'link':
    case 'autolink':
      return link(node, inside)
    case 'horizontalrule':
      return html`<hr>`
    case 'table':
      return html`<div class="scroll" tabindex="0"><table>${inside}</table></div>`
    case 'tablerow':
      return html`<tr>${inside}</tr>`
    case 'tablecell':
      return node.headerState
        ? html`<th scope="${node.headerState === 2 ? 'row' : 'col'}">${inside}</th>`
        : html`<td>${inside}</td>`
    case 'upload':
      return upload(node.value)
    default:
      return inside
  }
}

function text({ text: words, format }: Node): Html {
  const bits = typeof format === 'number' ? format : 0
  const plain = html`${typeof words === 'string' ? words : ''}`
  return formats.reduce((inside, [bit, name]) => ((bits & bit) === 0 ? inside : wrapped(name, inside)), plain)
}

function wrapped(name: (typeof formats)[number][1], inside: Html): Html {
  switch (name) {
    case 'strong':
      return html`<strong>${inside}</strong>`
    case 'em':
      return html`<em>${inside}</em>`
    case 's':
      return html`<s>${inside}</s>`
    case 'code':
      return html`<code>${inside}</code>`
    case 'sub':
      return html`<sub>${inside}</sub>`
    case 'sup':
      return html`<sup>${inside}</sup>`
  }
}

function heading({ tag }: Node, inside: Html, moved: number): Html {
  const level = Number(/^h([2-6])$/.exec(String(tag))?.[1] ?? 2) + moved
  if (level <= 2) return html`<h2>${inside}</h2>`
  return level === 3 ? html`<h3>${inside}</h3>` : html`<h4>${inside}</h4>`
}

function link({ fields }: Node, inside: Html): Html {
  const href = typeof fields?.url === 'string' ? safeHref(fields.url) : null
  return href === null ? inside : html`<a href="${href}">${inside}</a>`
}

function upload(value: unknown): Html {
  const media = value as Partial<Picture> | null
  if (typeof media !== 'object' || media === null || typeof media.url !== 'string') return html``
  const href = safeHref(media.url)
  return html`<p><img src="${href}" alt="${media.alt}" width="${media.width}" height="${media.height}" loading="lazy"></p>`
}
