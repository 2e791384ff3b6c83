import type { PartnerRequest } from './exchange.ts'

/** https://docs.joinmastodon.org/api/rate-limits/ */
const rules = {
  all: { limit: 300, windowMs: 5 * 60_000 },
  media: { limit: 30, windowMs: 30 * 60_000 },
  deletes: { limit: 30, windowMs: 30 * 60_000 },
} as const

const ruleOf = ({ method, url }: PartnerRequest): keyof typeof rules => {
  if (method === 'DELETE') return 'deletes'
  return method === 'POST' && url.pathname.endsWith('/media') ? 'media' : 'all'
}

/** Counts the requests of each account in windows, and says in each answer how many are left. */
export function rateLimiter(now: () => Date) {
  const windows = new Map<string, { used: number; until: number }>()
  return {
    take(username: string, request: PartnerRequest) {
      const rule = ruleOf(request)
      const { limit, windowMs } = rules[rule]
      const name = `${username} ${rule}`
      const moment = now().getTime()
      const current = windows.get(name)
      const window =
        current !== undefined && current.until > moment ? current : { used: 0, until: moment + windowMs }
      window.used += 1
      windows.set(name, window)
      return {
        exceeded: window.used > limit,
        headers: {
          'x-ratelimit-limit': String(limit),
          'x-ratelimit-remaining': String(Math.max(limit - window.used, 0)),
          'x-ratelimit-reset': new Date(window.until).toISOString(),
        },
      }
    },
  }
}
