import type { Endpoint } from 'payload'
import { z } from 'zod'

import { answer, below, type CellRequest, forCell, read } from './cell-request.ts'
import { chosenPost, expectedPost, pictureFault } from './choice-endpoints.ts'
import { composeForChannel } from './compose-for-channel.ts'
import type { ChosenPost } from './post-words.ts'

/** The post as it would be submitted, with what is chosen for it, or with words that are not saved yet. */
async function show({ item, locale, channel, req }: CellRequest, words?: ChosenPost): Promise<Response> {
  const composed = await composeForChannel(req.payload, {
    item,
    locale,
    channelId: channel.id,
    ...(words !== undefined && { words }),
  })
  if ('error' in composed) return answer(composed.error === 'not-there' ? 422 : 404, composed)
  const { post, faults, service, look } = composed
  return answer(200, { post, faults, service, look })
}

const preview = forCell((cell) => show(cell))

const previewWords = forCell(async (cell) => {
  const asked = read(cell, z.strictObject(chosenPost), expectedPost)
  if ('refused' in asked) return asked.refused
  const { text = null, picture = 'item', pictureId = null, alt = null } = asked.said
  const fault = pictureId === null ? null : await pictureFault(cell, pictureId, alt ?? '')
  return fault ?? show(cell, { text, picture, pictureId, alt })
})

export const previewEndpoints: Endpoint[] = [
  below('preview', 'get', preview),
  below('preview', 'post', previewWords),
]
