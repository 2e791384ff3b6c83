import sharp from 'sharp'

import { ChannelError } from './channel-error.ts'

/** Longest edge that apps show. */
const MAX_PIXELS = 2000
/** Tried one after the other until the picture is small enough. */
const QUALITIES = [85, 70, 50]

export interface SmallPicture {
  readonly bytes: Buffer
  readonly type: string
  readonly width: number
  readonly height: number
}

/**
 * A picture as Bluesky takes it: upright, and as it is if it is small enough, else a smaller JPEG.
 * @throws {ChannelError} `rejected` when it cannot be read, or not be made that small.
 */
export async function smallPicture(original: Buffer, type: string, maxBytes: number): Promise<SmallPicture> {
  try {
    return await fitted(original, type, maxBytes)
  } catch (cause) {
    if (cause instanceof ChannelError) throw cause
    throw new ChannelError('rejected', 'the picture cannot be read', { cause })
  }
}

async function fitted(original: Buffer, type: string, maxBytes: number): Promise<SmallPicture> {
  const { width, height, orientation = 1 } = await sharp(original).metadata()
  const isSmall = original.length <= maxBytes && Math.max(width, height) <= MAX_PIXELS
  if (isSmall && orientation === 1) return { bytes: original, type, width, height }
  for (const quality of QUALITIES) {
    const { data, info } = await sharp(original)
      .rotate()
      .resize(MAX_PIXELS, MAX_PIXELS, { fit: 'inside', withoutEnlargement: true })
      // A transparent picture has no colour of its own there.
      .flatten({ background: '#ffffff' })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true })
    if (data.length <= maxBytes)
      return { bytes: data, type: 'image/jpeg', width: info.width, height: info.height }
  }
  throw new ChannelError('rejected', `the picture cannot be made smaller than ${maxBytes} bytes`)
}
