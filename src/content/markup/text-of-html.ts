import { load } from 'cheerio'

const blocks = 'p, h2, h3, h4, ul, ol, dl, table, blockquote, div'
const lines = 'li, dt, dd, tr, caption'

/** The words of standalone HTML as plain text: an empty line parts blocks, addresses stand after what leads to them. */
export function textOfHtml(source: string): string {
  const $ = load(source, null, false)
  $('br').replaceWith('\n')
  $('img').remove()
  $('a').each((_, each) => {
    const href = $(each).attr('href') ?? ''
    if (href.startsWith('http') && $(each).text() !== href) $(each).append(` (${encoded(href)})`)
  })
  $('li').prepend('- ')
  $('td, th').append(' ')
  $(lines).append('\n')
  $(blocks).each((_, each) => void $(each).before('\n\n').after('\n\n'))
  return $.root()
    .text()
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const encoded = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
