import { z } from 'zod'

import type { PostLimits } from './channel.ts'

/**
 * What Mastodon grants when nobody configured it.
 * https://docs.joinmastodon.org/user/posting/ and https://docs.joinmastodon.org/entities/Instance/
 */
export const defaultLimits: PostLimits = {
  maxCharacters: 500,
  charactersPerUrl: 23,
  maxAltCharacters: 1500,
  maxImageBytes: 16 * 1024 * 1024,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
}

const positive = z.number().int().positive()

/** Servers that speak the same language leave much of this out. */
export const instance = z.object({
  configuration: z
    .object({
      statuses: z
        .object({ max_characters: positive, characters_reserved_per_url: positive })
        .partial()
        .optional(),
      media_attachments: z
        .object({
          description_limit: positive,
          image_size_limit: positive,
          supported_mime_types: z.array(z.string()),
        })
        .partial()
        .optional(),
    })
    .optional(),
})

/** What the answer of `GET /api/v2/instance` grants; where it says nothing, the default holds. */
export function limitsOf({ configuration }: z.infer<typeof instance>): PostLimits {
  const { statuses, media_attachments: media } = configuration ?? {}
  return {
    maxCharacters: statuses?.max_characters ?? defaultLimits.maxCharacters,
    charactersPerUrl: statuses?.characters_reserved_per_url ?? defaultLimits.charactersPerUrl,
    maxAltCharacters: media?.description_limit ?? defaultLimits.maxAltCharacters,
    maxImageBytes: media?.image_size_limit ?? defaultLimits.maxImageBytes,
    imageTypes: media?.supported_mime_types ?? defaultLimits.imageTypes,
  }
}
