/** Programs that follow the links of a mail before a person does, or instead of one, as far as they say so. */
const programs =
  /bot|crawl|spider|scan|preview|monitor|fetch|check|probe|validator|headless|curl|wget|libwww|python|java\/|okhttp|go-http|node|axios|proofpoint|barracuda|mimecast|safelinks|urldefense|symantec|trendmicro|forcepoint|cloudmark|facebookexternalhit|whatsapp|slack|telegram|skype|teams/i

/**
 * Whether a request looks like a person who follows a link, in a browser, to read what is there. Rather one too few: nothing
 * hangs on it but a number.
 */
export function isReading({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  if (method !== 'GET') return false
  const is = (name: string, expected: RegExp): boolean => expected.test(headers.get(name) ?? '')
  // https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Purpose, and what browsers sent before it.
  if (
    ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'].some((name) => is(name, /prefetch|preview|prerender/i))
  )
    return false
  if (programs.test(headers.get('User-Agent') ?? '') || !is('User-Agent', /^Mozilla\//)) return false
  // A browser says what it fetches for: a page that a person opens is a document that it navigates to.
  if (headers.has('Sec-Fetch-Mode'))
    return is('Sec-Fetch-Mode', /^navigate$/) && is('Sec-Fetch-Dest', /^document$/)
  return is('Accept', /text\/html/)
}
