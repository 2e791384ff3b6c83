import { isLocale, sourceLocale } from '../i18n/locales.ts'
import { toolTexts } from '../i18n/tool-texts.ts'

type Answer<Args extends readonly unknown[]> = (request: Request, ...rest: Args) => Promise<Response>

/** Every locale at once, as Payload spells it. */
const everyLocale = new Set(['all', '*'])

/**
 * Sees to it that a request to the API says in which locale it wants its answer. Nothing falls back by itself, so a
 * request without one would be answered in none: it gets the network's working language. An unknown one is refused.
 */
export const withStatedLocale =
  <Args extends readonly unknown[]>(answer: Answer<Args>): Answer<Args> =>
  async (request, ...rest) => {
    if (isReadByPost(request)) return answerReadByPost(answer, request, rest)
    const url = new URL(request.url)
    const locale = url.searchParams.get('locale')
    if (locale === null || locale === '') {
      url.searchParams.set('locale', sourceLocale)
      return answer(new Request(url, request), ...rest)
    }
    return isLocale(locale) || everyLocale.has(locale) ? answer(request, ...rest) : unknownLocale(locale)
  }

/** A query too long for an address: the admin asks like this, and Payload appends the body to the address. */
const isReadByPost = ({ method, headers }: Request): boolean =>
  method === 'POST' &&
  headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') === true &&
  [headers.get('X-Payload-HTTP-Method-Override'), headers.get('X-HTTP-Method-Override')].includes('GET')

async function answerReadByPost<Args extends readonly unknown[]>(
  answer: Answer<Args>,
  request: Request,
  rest: Args,
): Promise<Response> {
  const query = new URLSearchParams(await request.text())
  const locale = query.get('locale') || sourceLocale
  if (!isLocale(locale) && !everyLocale.has(locale)) return unknownLocale(locale)
  query.set('locale', locale)
  const { url, headers, signal } = request
  return answer(new Request(url, { method: 'POST', headers, signal, body: query.toString() }), ...rest)
}

/** In the shape of Payload's own errors, for whoever writes the program that asked. */
const unknownLocale = (locale: string): Response =>
  Response.json(
    {
      errors: [
        {
          name: 'ValidationError',
          message: toolTexts('api.unknownLocale', { locale: locale.slice(0, 40) }),
          data: { errors: [{ path: 'locale', message: 'unknown locale' }] },
        },
      ],
    },
    { status: 400 },
  )
