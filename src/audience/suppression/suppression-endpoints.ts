import type { Endpoint, Payload } from 'payload'
import { z } from 'zod'

import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { env } from '../../env.ts'
import { enqueue } from '../../queue/queue.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { noteLook } from '../looks.ts'
import { officerText, typedAddress } from '../officer-text.ts'
import { answer, officerBody, officersOnly, wrongField } from '../officers-only.ts'
import { suppressionsOf } from './read-suppressions.ts'
import { type Released, release } from './release.ts'
import { suppressAddress } from './suppress.ts'
import { EVERYTHING, suppressionReasons } from './suppression-reasons.ts'

const scope = z.literal(EVERYTHING).or(z.uuid())

const byHand = z.object({ email: typedAddress, scope, note: officerText })

const add = officersOnly(async (ask) => {
  const body = await officerBody(ask, byHand)
  if (body instanceof Response) return body
  const { req, userId, t } = ask
  if (!(await isScope(req.payload, body.scope))) return wrongField('scope', t)
  const { email: address, note } = body
  const suppressed = await inTransaction(req.payload, (transaction) =>
    suppressAddress(
      {
        address,
        scope: body.scope,
        reason: 'manual',
        origin: 'officer',
        note,
        actor: userId,
        now: new Date(),
      },
      transaction,
    ),
  )
  return answer(suppressed === 'suppressed' ? 201 : 200, {
    outcome: suppressed,
    message: t(`suppressions.${suppressed}`),
  })
})

async function isScope(payload: Payload, id: string): Promise<boolean> {
  if (id === EVERYTHING) return true
  const { totalDocs } = await payload.count({ collection: 'newsletters', where: { id: { equals: id } } })
  return totalDocs > 0
}

const asked = z.object({ email: typedAddress })

/** Who asks whether an address is known learns something about a person: that is a look, found or not. */
const find = officersOnly(async (ask) => {
  const body = await officerBody(ask, asked)
  if (body instanceof Response) return body
  const { req, userId, t } = ask
  const database = databaseOf(req.payload)
  const key = addressKey(body.email.canonical)
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from subscribers where address_key = ${key}
  `)
  const subscriberId = rows[0]?.id ?? null
  const suppressions = await suppressionsOf(key, database)
  const people = subscriberId === null ? 0 : 1
  await noteLook({ userId, kind: 'found', subscriberId, people, purpose: '' }, database)
  return answer(200, {
    subscriberId,
    addressKey: suppressions.length === 0 ? null : key,
    suppressions: suppressions.map(({ addressKey: _key, masked: _masked, ...rest }) => rest),
    message: t(suppressions.length === 0 ? 'suppressions.find.none' : 'suppressions.find.some'),
  })
})

const releasing = z.object({
  addressKey: z.string().min(1).max(100),
  scope,
  reason: z.enum(suppressionReasons),
  note: officerText,
})

const refusals: Readonly<Record<Exclude<Released, 'released'>, number>> = {
  'no-note': 422,
  'only-by-the-person': 422,
  changed: 409,
}

const free = officersOnly(async (ask) => {
  const body = await officerBody(ask, releasing)
  if (body instanceof Response) return body
  const { req, userId, t } = ask
  const released = await inTransaction(req.payload, async (transaction) => {
    const came = await release({ ...body, actor: userId, now: new Date() }, transaction)
    // Theirs is to go as well, and soon: until then they refuse what we send.
    if (came === 'released' && env.RESEND_API_KEY !== undefined)
      await enqueue(req.payload, 'sync-suppressions', [{}], transaction)
    return came
  })
  if (released === 'released') return answer(200, { outcome: released, message: t('suppressions.released') })
  return answer(refusals[released], { error: released, message: t(`suppressions.refused.${released}`) })
})

const compare = officersOnly(async ({ req, t }) => {
  if (env.RESEND_API_KEY === undefined)
    return answer(409, { error: 'no-service', message: t('suppressions.provider.none') })
  await enqueue(req.payload, 'sync-suppressions', [{}])
  return answer(202, { message: t('suppressions.provider.started') })
})

/**
 * Below `/api/audience/suppressions`, for data officers. `POST` bars an address (`email`, `scope`, `note`), `POST /find`
 * says what bars one (`email`), `POST /release` takes an entry off (`addressKey`, `scope`, `reason`, `note`),
 * `POST /sync` compares with the sending service's list.
 */
export const suppressionEndpoints: Endpoint[] = [
  { path: '/audience/suppressions', method: 'post', handler: add },
  { path: '/audience/suppressions/find', method: 'post', handler: find },
  { path: '/audience/suppressions/release', method: 'post', handler: free },
  { path: '/audience/suppressions/sync', method: 'post', handler: compare },
]
