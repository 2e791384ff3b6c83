import { z } from 'zod'

import { json, type PartnerAnswer, type PartnerRequest } from './exchange.ts'
import { contentOf, countedLength } from './mastodon-content.ts'
import { mediaOf } from './mastodon-media.ts'
import { type MastodonOptions, rules } from './mastodon-rules.ts'
import { type MastodonStatus, nextId } from './mastodon-state.ts'
import type { MastodonAccount } from './partner-accounts.ts'

/** https://docs.joinmastodon.org/methods/statuses/#create */
export function createStatus(
  request: PartnerRequest,
  { username }: MastodonAccount,
  options: MastodonOptions,
): PartnerAnswer {
  const { state, now } = options
  const idempotencyKey = request.headers.get('idempotency-key')
  const repeated = state.statuses.find(
    (status) =>
      idempotencyKey !== null &&
      status.username === username &&
      status.idempotencyKey === idempotencyKey &&
      Date.parse(status.createdAt) > now().getTime() - rules.idempotencyMs,
  )
  if (repeated !== undefined) return json(200, statusOf(repeated, options))

  const given = read(request)
  const fault = faultOf(given, username, null, options)
  if (fault !== null) return json(422, { error: `Validation failed: ${fault}` })
  const status: MastodonStatus = {
    ...given,
    id: nextId(state),
    username,
    idempotencyKey,
    createdAt: now().toISOString(),
    editedAt: null,
    removedAt: null,
  }
  state.statuses.push(status)
  return json(200, statusOf(status, options))
}

/** https://docs.joinmastodon.org/methods/statuses/#get, #edit and #delete. Only one's own. */
export function answerStatus(
  request: PartnerRequest,
  { username }: MastodonAccount,
  id: string,
  options: MastodonOptions,
): PartnerAnswer {
  const { state, now } = options
  const status = state.statuses.find((each) => each.id === id && each.removedAt === null)
  if (status === undefined || status.username !== username) return json(404, { error: 'Record not found' })
  switch (request.method) {
    case 'GET':
      return json(200, statusOf(status, options))
    case 'DELETE':
      status.removedAt = now().toISOString()
      return json(200, { ...statusOf(status, options), text: status.text })
    case 'PUT': {
      const given = read(request)
      const fault = faultOf(given, username, status, options)
      if (fault !== null) return json(422, { error: `Validation failed: ${fault}` })
      const changed = given.text !== status.text || given.mediaIds.join() !== status.mediaIds.join()
      Object.assign(status, given, changed && { editedAt: now().toISOString() })
      return json(200, statusOf(status, options))
    }
    default:
      return json(405, { error: 'Method not allowed' })
  }
}

/** https://docs.joinmastodon.org/methods/statuses/#source. Only one's own. */
export function sourceOf(
  { username }: MastodonAccount,
  id: string,
  { state }: MastodonOptions,
): PartnerAnswer {
  const status = state.statuses.find((each) => each.id === id && each.removedAt === null)
  if (status === undefined || status.username !== username) return json(404, { error: 'Record not found' })
  return json(200, { id, text: status.text, spoiler_text: '' })
}

/** https://docs.joinmastodon.org/methods/accounts/#statuses */
export function listStatuses(
  url: URL,
  { username }: MastodonAccount,
  options: MastodonOptions,
): PartnerAnswer {
  const before = url.searchParams.get('max_id')
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 20), 40)
  const found = options.state.statuses.filter(
    (status) =>
      status.username === username && status.removedAt === null && (before === null || status.id < before),
  )
  const page = found.reverse().slice(0, limit)
  return json(
    200,
    page.map((status) => statusOf(status, options)),
  )
}

interface GivenStatus {
  readonly text: string
  readonly language: string | null
  readonly mediaIds: readonly string[]
}

const statusShape = z.object({
  status: z.string().default(''),
  language: z.string().optional(),
  media_ids: z.array(z.string()).default([]),
})

/** Two letters, or three for some: https://github.com/mastodon/mastodon/blob/main/app/helpers/languages_helper.rb */
const knownLanguage = /^[a-z]{2,3}$/

function read({ body }: PartnerRequest): GivenStatus {
  const given = statusShape.parse(JSON.parse(body.toString('utf8')))
  const language = knownLanguage.test(given.language ?? '') ? (given.language ?? null) : null
  return { text: given.status, language, mediaIds: given.media_ids }
}

function faultOf(
  { text, mediaIds }: GivenStatus,
  username: string,
  editing: MastodonStatus | null,
  { state }: MastodonOptions,
): string | null {
  if (text.trim() === '' && mediaIds.length === 0) return "Text can't be blank"
  if (countedLength(text) > rules.maxCharacters)
    return `Text character limit of ${rules.maxCharacters} exceeded`
  if (mediaIds.length > rules.maxMedia) return `Cannot attach more than ${rules.maxMedia} files`
  const files = mediaIds.map((id) => state.media.find((each) => each.id === id && each.username === username))
  if (files.some((file) => file === undefined)) return 'Media not found'
  if (files.some((file) => file !== undefined && file.pollsLeft > 0))
    return 'Cannot attach files that have not finished processing'
  const attachedElsewhere = state.statuses.some(
    (status) => status !== editing && status.mediaIds.some((id) => mediaIds.includes(id)),
  )
  return attachedElsewhere ? 'Media is attached to another status' : null
}

/** https://docs.joinmastodon.org/entities/Status/ */
const statusOf = (status: MastodonStatus, options: MastodonOptions) => ({
  id: status.id,
  created_at: status.createdAt,
  edited_at: status.editedAt,
  language: status.language,
  visibility: 'public',
  uri: `${options.origin()}/users/${status.username}/statuses/${status.id}`,
  url: `${options.origin()}/@${status.username}/${status.id}`,
  content: contentOf(status.text),
  card: null,
  media_attachments: options.state.media
    .filter(({ id }) => status.mediaIds.includes(id))
    .map((media) => mediaOf(media, options)),
})
