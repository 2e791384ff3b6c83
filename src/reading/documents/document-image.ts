import type { ItemImage } from '../../content/published-item.ts'
import { siteUrl } from '../../content/site-url.ts'
import type { DocumentImage, ImageVariant } from '../contract/document.ts'

interface StoredSize {
  readonly url?: string | null
  readonly width?: number | null
  readonly height?: number | null
  readonly mimeType?: string | null
}

/** A picture with the smaller ones that the media library has made of it. */
export function documentImage(image: ItemImage | null, media: object | null): DocumentImage | null {
  if (image === null) return null
  const { credit, sizes } = (media ?? {}) as {
    readonly credit?: string | null
    readonly sizes?: Readonly<Record<string, StoredSize | undefined>>
  }
  const variants = (['card', 'mail', 'social'] as const).flatMap((name) => {
    const variant = variantOf(sizes?.[name])
    return variant === null ? [] : [[name, variant] as const]
  })
  return { ...image, credit: credit ?? null, variants: Object.fromEntries(variants) }
}

/** Null: the picture was too small for it. */
function variantOf({ url, width, height, mimeType }: StoredSize = {}): ImageVariant | null {
  if (!url || !width || !height) return null
  return {
    url: siteUrl(new URL(url, siteUrl('/')).pathname),
    width,
    height,
    type: mimeType ?? 'image/jpeg',
  }
}
