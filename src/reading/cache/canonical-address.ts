/** A longer address is not worth keeping. */
const MAX_LENGTH = 2_048
/** Paths that lead elsewhere once somebody has read them: `//`, `/../`, also where the dots are written `%2E`. */
const roundabout = /\/\/|\\|(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|[^!-~]/i
/** Parameters that may name the caller: such a request goes past. */
const personal = new Set(['token', 'key', 'api_key', 'apikey', 'access_token'])
/** What mail and advertising systems append to links. Nothing of ours reads it. */
const appended = /^(?:utm_[a-z]+|fbclid|gclid|msclkid|mc_[ce]id)$/

/**
 * The one spelling of addresses that ask for the same: parameters are in the order of their names, and those of one name
 * (`where[or][0]…`, `where[or][1]…`, `sort=a&sort=b`) stay in the order they came in. The answer is asked for under this
 * very address, so whatever it is, it is the answer to that. Null: not to be kept.
 */
export function canonicalAddress(url: string): string | null {
  const mark = url.indexOf('?')
  const path = mark === -1 ? url : url.slice(0, mark)
  if (url.length > MAX_LENGTH || !path.startsWith('/') || roundabout.test(path)) return null
  if (mark === -1) return url
  const parameters = url
    .slice(mark + 1)
    .split('&')
    .filter((parameter) => parameter !== '')
    .map((parameter) => ({ parameter, name: nameOf(parameter) }))
  if (parameters.some(({ name }) => personal.has(name.toLowerCase()))) return null
  const asked = parameters
    .filter(({ name }) => !appended.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    .map(({ parameter }) => parameter)
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`
}

/** `where` of `where[title][equals]=x`, also where the bracket is written `%5B`. */
function nameOf(parameter: string): string {
  const end = parameter.search(/=|\[|%5B/i)
  return end === -1 ? parameter : parameter.slice(0, end)
}
