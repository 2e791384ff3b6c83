import { json, type PartnerAnswer, type PartnerRequest } from './exchange.ts'
import { type MastodonOptions, rules } from './mastodon-rules.ts'
import { type MastodonMedia, nextId } from './mastodon-state.ts'
import type { MastodonAccount } from './partner-accounts.ts'

/** https://docs.joinmastodon.org/methods/media/. Null: not a question about media. */
export async function answerMedia(
  request: PartnerRequest,
  account: MastodonAccount,
  options: MastodonOptions,
): Promise<PartnerAnswer | null> {
  const { pathname } = request.url
  if (request.method === 'POST' && pathname === '/api/v2/media') return upload(request, account, options)
  const [, id] = /^\/api\/v1\/media\/(\d+)$/.exec(pathname) ?? []
  const media = options.state.media.find((each) => each.id === id && each.username === account.username)
  if (request.method !== 'GET' || media === undefined) return null
  if (media.pollsLeft === 0) return json(200, mediaOf(media, options))
  media.pollsLeft -= 1
  return json(206, { ...mediaOf(media, options), url: null })
}

async function upload(
  { body, headers }: PartnerRequest,
  { username }: MastodonAccount,
  options: MastodonOptions,
): Promise<PartnerAnswer> {
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data'))
    return json(422, { error: "Validation failed: File can't be blank" })
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const file = form.get('file')
  const description = String(form.get('description') ?? '')
  if (!(file instanceof Blob) || file.size === 0)
    return json(422, { error: "Validation failed: File can't be blank" })
  if (!(rules.imageTypes as readonly string[]).includes(file.type) || file.size > rules.maxImageBytes)
    return json(422, { error: 'Validation failed: File content type is invalid or file is too large' })
  if ([...description].length > rules.maxAltCharacters)
    return json(422, { error: 'Validation failed: Description is too long' })

  const bytes = Buffer.from(await file.arrayBuffer())
  const { state, pictures, mediaPolls } = options
  const media = { id: nextId(state), username, type: file.type, description, pollsLeft: mediaPolls }
  pictures.write(media.id, bytes)
  state.media.push(media)
  return media.pollsLeft === 0
    ? json(200, mediaOf(media, options))
    : json(202, { ...mediaOf(media, options), url: null })
}

/** https://docs.joinmastodon.org/entities/MediaAttachment/ */
export const mediaOf = ({ id, description }: MastodonMedia, { origin }: MastodonOptions) => ({
  id,
  type: 'image',
  url: `${origin()}/media/${id}`,
  description,
})
