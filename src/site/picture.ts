import { coverEmblem, coverPattern } from '../content/cover-pattern.ts'
import { type Html, html, trusted } from '../content/markup/html.ts'
import type { DocumentImage, PublicDocument } from '../reading/contract/document.ts'

/** Tiles of a drawn cover, as wide as high as the place it stands in. */
const sizes = {
  wide: { columns: 12, rows: 3 },
  lead: { columns: 8, rows: 5 },
  card: { columns: 5, rows: 2 },
  square: { columns: 3, rows: 3 },
  upright: { columns: 3, rows: 4 },
} as const

type Size = keyof typeof sizes

/** How wide a picture stands on the page, for browsers to choose the file by. */
const widths: Readonly<Record<Size, string>> = {
  wide: '(max-width: 75rem) 100vw, 75rem',
  lead: '(max-width: 56rem) 100vw, 58vw',
  card: '(max-width: 60rem) 100vw, 23rem',
  square: '8rem',
  upright: '4.5rem',
}

/**
 * A document's photo, or the picture drawn from its id. Beside a title either only decorates; at the head of the
 * document's own page a photo says what it shows, and is there at once.
 */
export function picture(
  { id, image }: Pick<PublicDocument, 'id' | 'image'>,
  size: Size,
  { describes = false, first = false }: { readonly describes?: boolean; readonly first?: boolean } = {},
): Html {
  if (image !== null) return photo(image, size, { describes, first })
  const draw = size === 'upright' ? coverEmblem : coverPattern
  return trusted(draw(id, { ...sizes[size], palette: 'css' }))
}

function photo(
  image: DocumentImage,
  size: Size,
  { describes, first }: { readonly describes: boolean; readonly first: boolean },
): Html {
  const { card, mail } = image.variants
  const isSmall = size === 'square' || size === 'upright' || size === 'card'
  // Small places show a part of it anyway, so the part that was cut out for cards will do.
  const shown = isSmall ? (card ?? image) : image
  const choices = isSmall ? [] : [mail, image].flatMap((each) => each ?? [])
  return html`<img src="${localPath(shown.url)}"${
    choices.length > 1 &&
    html` srcset="${choices.map(({ url, width }) => `${localPath(url)} ${width}w`).join(', ')}" sizes="${widths[size]}"`
  } alt="${describes ? image.alt : ''}" width="${shown.width}" height="${shown.height}"${
    first || describes ? html` fetchpriority="high"` : html` loading="lazy"`
  } decoding="async">`
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
  const { pathname, search, hash } = new URL(absolute)
  return pathname + search + hash
}
