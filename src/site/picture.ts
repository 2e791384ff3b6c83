import { coverEmblem, coverPattern } from '../content/cover-pattern.ts'
import { type Html, html, trusted } from '../content/markup/html.ts'
import type { PublishedItem } from '../content/published-item.ts'

/** Tiles of a drawn cover, as wide as high as the place it stands in. */
const sizes = {
  wide: { columns: 12, rows: 3 },
  lead: { columns: 8, rows: 5 },
  card: { columns: 5, rows: 2 },
  square: { columns: 3, rows: 3 },
  upright: { columns: 3, rows: 4 },
} as const

/**
 * An item's photo, or the picture drawn from its id. Beside a title either only decorates; at the head of the item's own
 * page a photo says what it shows.
 */
export function picture(item: PublishedItem, size: keyof typeof sizes, describes = false): Html {
  if (item.image !== null) {
    const { url, alt, width, height } = item.image
    return html`<img src="${localPath(url)}" alt="${describes ? alt : ''}" width="${width}" height="${height}" loading="${
      describes ? 'eager' : 'lazy'
    }">`
  }
  const draw = size === 'upright' ? coverEmblem : coverPattern
  return trusted(draw(item.id, { ...sizes[size], palette: 'css' }))
}

/** A row of three tiles, for a community. */
export const smallEmblem = (id: string): Html =>
  trusted(coverEmblem(id, { columns: 3, rows: 1, palette: 'css' }))

/** A row of houses across the page. */
export const strip = trusted(
  `<div class="strip" aria-hidden="true">${coverPattern('the street', { columns: 24, rows: 1, palette: 'css' })}</div>`,
)

/** The same address without the host, so that the page works under every name that the server answers to. */
export const localPath = (absolute: string): string => {
  const { pathname, search } = new URL(absolute)
  return pathname + search
}
