import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import type { z } from 'zod'

import { isStaff } from '../access/staff.ts'
import { mayTranslateInto } from '../access/translators.ts'
import { isTranslatable, type TranslatableReference } from '../content/translatable.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'

export const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

type Handler = Endpoint['handler']

/** For people who are signed in to the admin. */
export const forStaff =
  (work: Handler): Handler =>
  (req) =>
    isStaff(req.user) ? work(req) : answer(req.user === null ? 401 : 403, { error: 'staff-only' })

export interface TranslationPlace {
  readonly item: TranslatableReference
  readonly locale: Locale
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

/** For those who write texts of the locale in the address: `/:collection/:id/:locale`. */
export const forTranslators = (
  work: (place: TranslationPlace, req: PayloadRequest) => Promise<Response>,
): Handler =>
  forStaff((req) => {
    const { collection, id, locale } = req.routeParams ?? {}
    if (!isTranslatable(collection) || !isId(id)) return answer(404, { error: 'no-such-item' })
    if (!isLocale(locale)) return answer(404, { error: 'unknown-locale', field: 'locale' })
    if (!mayTranslateInto(req.user, locale)) return answer(403, { error: 'not-your-locale', field: 'locale' })
    return work({ item: { collection, id }, locale }, req)
  })

/** The body of a request, checked. A response: it is not what was expected, and which field is to blame. */
export async function bodyOf<Shape extends z.ZodType>(
  req: PayloadRequest,
  shape: Shape,
): Promise<z.infer<Shape> | Response> {
  await addDataAndFileToRequest(req)
  const parsed = shape.safeParse(req.data ?? {})
  if (parsed.success) return parsed.data
  const [fault] = parsed.error.issues
  return answer(400, { error: 'invalid', field: fault?.path.join('.') ?? '', message: fault?.message ?? '' })
}
