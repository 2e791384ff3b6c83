import { z } from 'zod'

import type { Submission } from './channel.ts'
import { htmlImage } from './matrix-text.ts'

/** What the server answers to what it was sent. */
export const sent = z.object({ event_id: z.string() })
const content = z.looseObject({
  external_url: z.string().optional(),
  'm.relates_to': z.looseObject({ rel_type: z.string().optional() }).optional(),
  'm.new_content': z.unknown().optional(),
})
const unsigned = z.object({
  transaction_id: z.string().optional(),
  redacted_because: z.unknown().optional(),
  'm.relations': z
    .object({ 'm.replace': z.object({ event_id: z.string(), content: content.optional() }).optional() })
    .optional(),
})
/** A message as the server shows it, with the newest of its revisions. */
export const event = z.object({ event_id: z.string(), content, unsigned: unsigned.optional() })
export type MatrixEvent = z.infer<typeof event>

export const messages = z.object({ chunk: z.array(event), end: z.string().optional() })

/** Not a revision of another, and not taken away. */
export const isOriginal = ({ content: { 'm.relates_to': relation }, unsigned }: MatrixEvent): boolean =>
  relation?.rel_type !== 'm.replace' && unsigned?.redacted_because === undefined

/** Its newest revision, or the message itself. */
export const markOf = ({ event_id: original, unsigned }: MatrixEvent): string =>
  unsigned?.['m.relations']?.['m.replace']?.event_id ?? original

/** What readers see of it now. */
export function newestContent({ content, unsigned }: MatrixEvent): unknown {
  const revision = unsigned?.['m.relations']?.['m.replace']
  return revision === undefined ? content : revision.content?.['m.new_content']
}

/** `external_url` says where a message comes from: https://spec.matrix.org/latest/appendices/ and bridges use it so. */
export function contentOf({ post, media: [picture] }: Submission) {
  const html = post.fields?.html ?? ''
  const image = picture === undefined ? '' : htmlImage(picture, post.image?.alt ?? '')
  return {
    msgtype: 'm.text',
    body: post.text,
    format: 'org.matrix.custom.html',
    formatted_body: image + html,
    external_url: post.url,
    // Nobody's telephone rings.
    'm.mentions': {},
  }
}
