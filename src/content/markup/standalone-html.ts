import { type CheerioAPI, load } from 'cheerio'

import { safeHref } from './html.ts'

/** What other sites and mails show: structure, no looks. Attributes that each may keep. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  p: [],
  h2: [],
  h3: [],
  h4: [],
  ul: [],
  ol: [],
  li: [],
  dl: [],
  dt: [],
  dd: [],
  blockquote: [],
  strong: [],
  em: [],
  s: [],
  code: [],
  sub: [],
  sup: [],
  br: [],
  hr: [],
  a: ['href', 'hreflang'],
  img: ['src', 'alt', 'width', 'height'],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
}
const everywhere = ['lang', 'dir']
/** Dropped with all that is in them. */
const silent = 'script, style, svg, iframe, object, template, noscript'
const blocks = 'p, h2, h3, h4, ul, ol, dl, div, section, article, table, blockquote, hr, figure'

/**
 * Makes a part of a page stand by itself on another site or in a mail: nothing in it but listed elements, no classes or
 * scripts, every address absolute.
 * @param base address of the page that it comes from.
 */
export function standaloneHtml(source: string, base: string): string {
  const $ = load(source, null, false)
  $(silent).remove()
  $('dl > div').each((_, each) => void $(each).replaceWith($(each).contents()))
  $('div, footer, figure').each((_, each) => {
    // A line of its own stays one.
    if ($(each).find(blocks).length === 0) each.tagName = 'p'
  })
  $('*').each((_, each) => {
    if (!('attribs' in each)) return
    const kept = allowed[each.tagName]
    if (kept === undefined) return void $(each).replaceWith($(each).contents())
    for (const name of Object.keys(each.attribs))
      if (!kept.includes(name) && !everywhere.includes(name)) $(each).removeAttr(name)
  })
  pointOutward($, base)
  $('p')
    .filter((_, each) => $(each).text().trim() === '' && $(each).find('img').length === 0)
    .remove()
  return $.html().replace(/\n\s*/g, '\n').trim()
}

/** Addresses as they are read from elsewhere. A link that leads nowhere there, or that we do not trust, is words. */
function pointOutward($: CheerioAPI, base: string): void {
  $('a').each((_, each) => {
    const href = outward($(each).attr('href'), base)
    if (href === null) $(each).replaceWith($(each).contents())
    else $(each).attr('href', href)
  })
  $('img').each((_, each) => {
    const src = outward($(each).attr('src'), base)
    if (src === null) $(each).remove()
    else $(each).attr('src', src)
  })
}

function outward(address: string | undefined, base: string): string | null {
  if (address === undefined || address === '' || address.startsWith('#')) return null
  const url = URL.parse(address, base)
  return url === null ? null : safeHref(url.href)
}
