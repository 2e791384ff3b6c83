/** Larger numbers are seconds since 1970, smaller ones seconds from now. */
const EPOCH_FROM = 1_000_000_000

/** Most telling first. The last two are of Mastodon and of many others, who never agreed on a form. */
const headerNames = ['retry-after', 'ratelimit-reset', 'x-ratelimit-reset']

/**
 * Until when a service asks us to wait, in any form in use: seconds or an HTTP date (RFC 9110, section 10.2.3), seconds
 * since 1970, or ISO 8601. Null when it does not say, or nothing that can be read.
 */
export function askedToWaitUntil(headers: Headers, now: Date): Date | null {
  for (const name of headerNames) {
    const moment = parseMoment(headers.get(name)?.trim() ?? '', now)
    if (moment !== null) return moment
  }
  return null
}

function parseMoment(value: string, now: Date): Date | null {
  if (/^\d+(\.\d+)?$/.test(value)) {
    const seconds = Number(value)
    return valid(new Date(seconds >= EPOCH_FROM ? seconds * 1000 : now.getTime() + seconds * 1000))
  }
  return /^(\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8},)/.test(value) ? valid(new Date(value)) : null
}

const valid = (date: Date): Date | null => (Number.isNaN(date.getTime()) ? null : date)
