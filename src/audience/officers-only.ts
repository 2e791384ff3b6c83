import type { TFunction } from 'i18next'
import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import type { z } from 'zod'

import { isDataOfficer } from '../access/data-officers.ts'
import { adminLocaleOf } from '../i18n/admin-languages.ts'
import { translator } from '../i18n/translator.ts'

/** Never kept by a cache: it is about people. */
export const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** A request of somebody who answers for the data of subscribers. */
export interface OfficerAsk {
  readonly req: PayloadRequest
  readonly userId: string
  /** Texts in the language of their interface. */
  readonly t: TFunction
}

/** For data officers; to everybody else it says who may. */
export const officersOnly =
  (work: (ask: OfficerAsk) => Promise<Response>): Endpoint['handler'] =>
  async (req) => {
    const { user } = req
    if (user === null || !isDataOfficer(user))
      return answer(user === null ? 401 : 403, { error: 'officers-only' })
    return work({
      req,
      userId: String(user.id),
      t: translator(adminLocaleOf(req.i18n.language), 'audience'),
    })
  }

/** The body, checked. A response: which field is to blame, and in words what to do. */
export async function officerBody<Shape extends z.ZodType>(
  { req, t }: OfficerAsk,
  shape: Shape,
): Promise<z.infer<Shape> | Response> {
  await addDataAndFileToRequest(req)
  const parsed = shape.safeParse(req.data ?? {})
  return parsed.success ? parsed.data : wrongField(String(parsed.error.issues[0]?.path[0] ?? ''), t)
}

/** Fields that officers fill in. What is wrong with each is said in its text. */
const told = ['email', 'note', 'purpose', 'scope', 'from', 'until']

export const wrongField = (field: string, t: TFunction): Response =>
  answer(422, {
    error: 'invalid',
    field,
    message: t(`officer.wrong.${told.includes(field) ? field : 'other'}`),
  })
