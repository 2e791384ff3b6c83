import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { type Database, inTransaction } from '../../database/database.ts'
import { endSubscriptions } from '../end-subscriptions.ts'
import { eraseSubscriber } from '../erase-subscriber.ts'
import { lockPerson } from '../lock-person.ts'
import { noteLook } from '../looks.ts'
import { officerText, typedAddress } from '../officer-text.ts'
import { answer, type OfficerAsk, officerBody, officersOnly } from '../officers-only.ts'
import { personalData } from '../personal-data.ts'
import { findSubscriber, type Subscriber } from '../subscriber.ts'
import { suppress } from '../suppression/suppress.ts'
import { EVERYTHING } from '../suppression/suppression-reasons.ts'
import { findPerson } from './find-person.ts'

/** What an officer wants with one person, in the transaction in which the person was found. */
type Work<Body> = (
  asked: { readonly person: Subscriber; readonly body: Body; readonly userId: string; readonly now: Date },
  transaction: Database,
) => Promise<Response>

/** Reads the body, then finds the person named in the path; one transaction holds whatever is done with them. */
const withPerson = <Shape extends z.ZodType>(
  shape: Shape,
  work: Work<z.output<Shape>>,
): Endpoint['handler'] =>
  officersOnly(async (ask) => {
    const body = await officerBody(ask, shape)
    if (body instanceof Response) return body
    const { req, userId } = ask
    return inTransaction(req.payload, async (transaction) => {
      const id = idIn(req)
      // In turn with the person's own changes: what is done is done to what is read here.
      if (id !== null) await lockPerson(id, transaction)
      const person = id === null ? null : await findSubscriber(id, transaction)
      if (person === null) return nobody(ask)
      return work({ person, body, userId, now: new Date() }, transaction)
    })
  })

function idIn({ routeParams }: PayloadRequest): string | null {
  const id = z.uuid().safeParse(routeParams?.id)
  return id.success ? id.data : null
}

const nobody = ({ t }: OfficerAsk): Response =>
  answer(404, { error: 'no-such-person', message: t('person.error.gone') })

const find = officersOnly(async (ask) => {
  const body = await officerBody(ask, z.object({ email: typedAddress }))
  if (body instanceof Response) return body
  const { req, userId, t } = ask
  const id = await inTransaction(req.payload, (transaction) => findPerson(body.email, userId, transaction))
  return id === null
    ? answer(404, { error: 'no-such-person', message: t('people.find.nobody') })
    : answer(200, { id })
})

const withPurpose = z.object({ purpose: officerText })
const withNote = z.object({ note: officerText })

const show = withPerson(withPurpose, async ({ person, body, userId }, transaction) => {
  const { id, email } = person
  await noteLook({ userId, kind: 'shown', subscriberId: id, people: 1, purpose: body.purpose }, transaction)
  return answer(200, { email })
})

const exportData = withPerson(withPurpose, async ({ person, body, userId }, transaction) => {
  const { id } = person
  await noteLook(
    { userId, kind: 'exported', subscriberId: id, people: 1, purpose: body.purpose },
    transaction,
  )
  return answer(200, await personalData(id, transaction))
})

const stop = withPerson(withNote, async ({ person, body, userId, now }, transaction) => {
  const { addressKey } = person
  const outcome = await suppress(
    {
      addressKey,
      scope: EVERYTHING,
      reason: 'manual',
      origin: 'officer',
      note: body.note,
      actor: userId,
      now,
    },
    transaction,
  )
  return answer(200, { outcome })
})

const leave = withPerson(
  z.object({ newsletterId: z.uuid() }),
  async ({ person, body: { newsletterId }, userId, now }, transaction) => {
    await endSubscriptions(
      {
        subscriberId: person.id,
        newsletterIds: [newsletterId],
        how: 'officer',
        locale: person.locale,
        now,
        actor: userId,
      },
      transaction,
    )
    return answer(200, { newsletterId })
  },
)

const erase = withPerson(withNote, async ({ person, body, userId, now }, transaction) => {
  await eraseSubscriber(person, now, transaction, { actor: userId, note: body.note })
  return answer(200, { erased: true })
})

/**
 * Below `/api`, for data officers. `find` takes `{email}`; `address` and `export` take `{purpose}`; `suppress` and `erase`
 * take `{note}`; `leave` takes `{newsletterId}`. Addresses travel in bodies, never in a path.
 */
export const peopleEndpoints: Endpoint[] = [
  { path: '/audience/people/find', method: 'post', handler: find },
  { path: '/audience/people/:id/address', method: 'post', handler: show },
  { path: '/audience/people/:id/export', method: 'post', handler: exportData },
  { path: '/audience/people/:id/suppress', method: 'post', handler: stop },
  { path: '/audience/people/:id/leave', method: 'post', handler: leave },
  { path: '/audience/people/:id/erase', method: 'post', handler: erase },
]
