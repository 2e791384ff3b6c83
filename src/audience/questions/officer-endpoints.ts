import type { Endpoint } from 'payload'
import { z } from 'zod'

import { databaseOf, inTransaction } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { noteLook } from '../looks.ts'
import { officerText, typedAddress } from '../officer-text.ts'
import { answer, officerBody, officersOnly } from '../officers-only.ts'
import { fileHeaders } from '../streamed-file.ts'
import { forgetQuestionsOf } from './forget-questions.ts'
import { questionsOf } from './read-questions.ts'

const exportOf = officersOnly(async (ask) => {
  const body = await officerBody(ask, z.object({ email: typedAddress, purpose: officerText }))
  if (body instanceof Response) return body
  const { req, userId, t } = ask
  const database = databaseOf(req.payload)
  const found = await questionsOf(addressKey(body.email.canonical), database)
  const look = { userId, kind: 'exported', subscriberId: null, purpose: body.purpose } as const
  await noteLook({ ...look, people: found.length === 0 ? 0 : 1 }, database)
  if (found.length === 0) return answer(404, { error: 'none', message: t('questions.none') })
  return new Response(`${JSON.stringify(found, null, 2)}\n`, {
    headers: fileHeaders('questions-of-one-person.json', 'application/json; charset=utf-8'),
  })
})

const erase = officersOnly(async (ask) => {
  const body = await officerBody(ask, z.object({ email: typedAddress }))
  if (body instanceof Response) return body
  const key = addressKey(body.email.canonical)
  const count = await inTransaction(ask.req.payload, (transaction) => forgetQuestionsOf([key], transaction))
  return answer(200, { erased: count, message: ask.t('questions.erased', { count, number: count }) })
})

/**
 * Below `/api/audience/questions`, for data officers, for whoever asks by telephone or letter: `POST /export` answers all
 * questions of one address (`email`, `purpose`) and is noted as a look, `POST /erase` erases them (`email`).
 */
export const questionOfficerEndpoints: Endpoint[] = [
  { path: '/audience/questions/export', method: 'post', handler: exportOf },
  { path: '/audience/questions/erase', method: 'post', handler: erase },
]
