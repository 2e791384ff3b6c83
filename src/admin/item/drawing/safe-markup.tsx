import { createElement, Fragment, type ReactNode } from 'react'

/** What a drawing shows of HTML. Everything else is reduced to the words in it, and no attribute but a picture's survives. */
const shown: ReadonlySet<string> = new Set([
  'a',
  'b',
  'blockquote',
  'br',
  'code',
  'em',
  'figcaption',
  'figure',
  'h2',
  'h3',
  'h4',
  'hr',
  'i',
  'li',
  'ol',
  'p',
  'pre',
  's',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'u',
  'ul',
])
const dropped: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object'])

const MARKUP =
  /<\/?(?:a|b|blockquote|br|code|div|em|figure|h[1-6]|i|li|ol|p|pre|s|span|strong|table|u|ul)(?:\s[^<>]*)?\/?>/i

export const isMarkup = (text: string): boolean => MARKUP.test(text)

/** HTML that a service is sent, as its readers see it. It is read, never run: nothing of it enters the page but words. */
export function SafeMarkup({ html }: { readonly html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return <>{childrenOf(body)}</>
}

const childrenOf = (node: Node): ReactNode[] => [...node.childNodes].map(elementOf)

function elementOf(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof Element)) return null
  const name = node.localName
  if (dropped.has(name)) return null
  if (name === 'img') return <DrawnImage key={key} image={node} />
  const children = childrenOf(node)
  if (name === 'a')
    return (
      <span key={key} className="em-drawn-link">
        {children}
      </span>
    )
  // The page has its own first heading.
  const shownName = name === 'h1' ? 'h2' : name
  if (!shown.has(shownName)) return <Fragment key={key}>{children}</Fragment>
  return shownName === 'br' || shownName === 'hr'
    ? createElement(shownName, { key })
    : createElement(shownName, { key }, children)
}

function DrawnImage({ image }: { readonly image: Element }) {
  const url = URL.parse(image.getAttribute('src') ?? '')
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null
  // biome-ignore lint/performance/noImgElement: a drawing shows the file that is sent, not a copy made for our pages.
  return <img src={url.href} alt={image.getAttribute('alt') ?? ''} referrerPolicy="no-referrer" />
}
