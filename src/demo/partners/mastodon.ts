import { json, type PartnerAnswer, type PartnerRequest } from './exchange.ts'
import { answerMedia } from './mastodon-media.ts'
import { type MastodonOptions, type MastodonScope, rules } from './mastodon-rules.ts'
import { answerStatus, createStatus, listStatuses, sourceOf } from './mastodon-status.ts'
import type { MastodonAccount } from './partner-accounts.ts'
import { rateLimiter } from './rate-limiter.ts'

/** A Mastodon server with the endpoints that announcing needs, which refuses what the real one refuses. */
export function mastodonServer(options: MastodonOptions) {
  const limiter = rateLimiter(options.now)

  return async (request: PartnerRequest): Promise<PartnerAnswer> => {
    if (request.url.pathname === '/api/v2/instance') return json(200, instanceOf(options))

    const [, token] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
    const account = options.accounts.find(({ accessToken }) => accessToken === token)
    if (account === undefined) return json(401, { error: 'The access token is invalid' })

    const { exceeded, headers } = limiter.take(account.username, request)
    if (!mayAsk(request, options.scopes))
      return { ...json(403, { error: 'This action is outside the authorized scopes' }), headers }
    const answer = exceeded
      ? json(429, { error: 'Too many requests' })
      : await answerFor(request, account, options)
    return { ...answer, headers: { ...answer.headers, ...headers } }
  }
}

/** Each path's own, as its documentation names them: https://docs.joinmastodon.org/api/oauth-scopes/ */
function mayAsk({ method, url: { pathname } }: PartnerRequest, scopes: readonly MastodonScope[]): boolean {
  if (pathname === '/api/v1/accounts/verify_credentials') return scopes.includes('profile')
  if (/^\/api\/v\d\/media/.test(pathname)) return scopes.includes('write:media')
  return scopes.includes(method === 'GET' ? 'read:statuses' : 'write:statuses')
}

async function answerFor(
  request: PartnerRequest,
  account: MastodonAccount,
  options: MastodonOptions,
): Promise<PartnerAnswer> {
  const { method, url } = request
  const [, id] = /^\/api\/v1\/statuses\/(\d+)$/.exec(url.pathname) ?? []
  if (id !== undefined) return answerStatus(request, account, id, options)
  const [, sourceId] = /^\/api\/v1\/statuses\/(\d+)\/source$/.exec(url.pathname) ?? []
  if (sourceId !== undefined) return sourceOf(account, sourceId, options)
  switch (`${method} ${url.pathname}`) {
    case 'POST /api/v1/statuses':
      return createStatus(request, account, options)
    case 'GET /api/v1/accounts/verify_credentials':
      return json(200, accountOf(account, options))
    case `GET /api/v1/accounts/${account.username}/statuses`:
      return listStatuses(url, account, options)
    default:
      return (await answerMedia(request, account, options)) ?? json(404, { error: 'Record not found' })
  }
}

/** https://docs.joinmastodon.org/entities/Account/ */
const accountOf = ({ username, displayName }: MastodonAccount, { origin }: MastodonOptions) => ({
  id: username,
  username,
  acct: username,
  display_name: displayName,
  followers_count: 128,
  url: `${origin()}/@${username}`,
})

/** https://docs.joinmastodon.org/entities/Instance/ */
const instanceOf = ({ origin }: MastodonOptions) => ({
  domain: new URL(origin()).host,
  title: 'Demo Mastodon',
  version: '4.5.0',
  configuration: {
    statuses: {
      max_characters: rules.maxCharacters,
      max_media_attachments: rules.maxMedia,
      characters_reserved_per_url: rules.charactersPerUrl,
    },
    media_attachments: {
      supported_mime_types: rules.imageTypes,
      description_limit: rules.maxAltCharacters,
      image_size_limit: rules.maxImageBytes,
    },
  },
})
