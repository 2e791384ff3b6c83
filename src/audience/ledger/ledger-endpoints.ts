import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseOf, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { noteLook } from '../looks.ts'
import { officerText, typedAddress } from '../officer-text.ts'
import { answer, officerBody, officersOnly, wrongField } from '../officers-only.ts'
import { fileHeaders, streamedFile } from '../streamed-file.ts'
import { checkLedger } from './check-ledger.ts'
import { peopleOver, proofOf, proofsOver } from './proof.ts'
import { proofContentTypes, proofFormats, proofLines } from './proof-lines.ts'

const check = officersOnly(async ({ req, t }) => {
  const result = await checkLedger(databaseOf(req.payload))
  const { people, differing, falsified } = result
  const isSound = differing === 0 && falsified === 0
  return answer(200, {
    ...result,
    message: isSound
      ? t('ledger.check.sound', { count: people, number: people })
      : t('ledger.check.unsound', { number: people, differing, falsified }),
  })
})

const ofOne = z.object({
  email: typedAddress.optional(),
  subscriberId: z.uuid().optional(),
  purpose: officerText,
})

const person = officersOnly(async (ask) => {
  const body = await officerBody(ask, ofOne)
  if (body instanceof Response) return body
  const { req, userId, t } = ask
  const database = databaseOf(req.payload)
  const { email, subscriberId = null, purpose } = body
  const key = email === undefined ? await keyOf(subscriberId, req) : addressKey(email.canonical)
  if (key === null) return wrongField('email', t)
  const proof = await proofOf(key, database)
  const people = proof === null ? 0 : 1
  await noteLook(
    { userId, kind: 'consent-exported', subscriberId: proof?.subscriberId ?? null, people, purpose },
    database,
  )
  if (proof === null) return answer(404, { error: 'unknown', message: t('ledger.person.none') })
  return new Response(`${JSON.stringify(proof, null, 2)}\n`, {
    headers: fileHeaders('consent-of-one-person.json', 'application/json; charset=utf-8'),
  })
})

async function keyOf(subscriberId: string | null, { payload }: PayloadRequest): Promise<string | null> {
  if (subscriberId === null) return null
  const { rows } = await databaseOf(payload).execute<{ address_key: string }>(sql`
    select address_key from subscribers where id = ${subscriberId}::uuid
  `)
  return rows[0]?.address_key ?? null
}

/** The first day and the last, both of them in it, in UTC. */
const ofPeriod = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  format: z.enum(proofFormats),
  purpose: officerText,
})

const DAY_MS = 24 * 3_600_000

/** Sent by a form of the page and not by a script, so that the browser writes it to the disk as it comes. */
const period = officersOnly(async ({ req, userId, t }) => {
  const form = Object.fromEntries((await req.formData?.()) ?? [])
  const parsed = ofPeriod.safeParse(form)
  if (!parsed.success) return wrongField(String(parsed.error.issues[0]?.path[0] ?? ''), t)
  const { from, until, format, purpose } = parsed.data
  const days = { from: new Date(from), until: new Date(new Date(until).getTime() + DAY_MS) }
  if (days.until <= days.from) return wrongField('until', t)
  const database = databaseOf(req.payload)
  const people = await peopleOver(days, database)
  await noteLook({ userId, kind: 'consent-exported', subscriberId: null, people, purpose }, database)
  return streamedFile({
    name: `consent-${from}-${until}.${format}`,
    contentType: proofContentTypes[format],
    text: proofLines(proofsOver(days, database), format),
  })
})

/**
 * Below `/api/audience/ledger`, for data officers. `POST /check` compares the ledger with what the product does,
 * `POST /person` answers the proof of one person (`email` or `subscriberId`, `purpose`), `POST /export`, a form, that of
 * everybody over a period (`from`, `until`, `format`, `purpose`). Both exports are noted as looks.
 */
export const ledgerEndpoints: Endpoint[] = [
  { path: '/audience/ledger/check', method: 'post', handler: check },
  { path: '/audience/ledger/person', method: 'post', handler: person },
  { path: '/audience/ledger/export', method: 'post', handler: period },
]
