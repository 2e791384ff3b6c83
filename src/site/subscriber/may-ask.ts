import type { Choices } from '../../audience/choices.ts'
import { solvedChallenge } from '../../audience/proof-of-work.ts'
import {
  isFirst,
  isWithinLimit,
  overall,
  perNetwork,
  perNetworkUnproven,
  proofUsed,
} from '../../audience/rate-limit.ts'
import { requestSubscription } from '../../audience/request-subscription.ts'
import { databaseOf } from '../../database/database.ts'
import type { Visit } from '../visit.ts'
import { sendSubscriptionMail } from './subscription-mail.ts'

/**
 * Whether one more sign-up may come from where this one does. A proof of work lets more of them come; it is never needed,
 * since who has no script must get in too.
 * @param proof what the browser worked out; empty without a script.
 */
export async function mayAsk({ payload, request, now }: Visit, proof: string): Promise<boolean> {
  const database = databaseOf(payload)
  const address = request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? null
  const challengeId = await solvedChallenge(proof, now)
  const isProven = challengeId !== null && (await isFirst(proofUsed(challengeId), now, database))
  if (!isProven && !(await isWithinLimit(perNetworkUnproven(address), now, database))) return false
  return (
    (await isWithinLimit(perNetwork(address), now, database)) && (await isWithinLimit(overall, now, database))
  )
}

/** After the answer has left: looking the address up and sending a mail take time that would tell who is known. */
export function askByMail(visit: Visit, choices: Choices): void {
  const { payload, now } = visit
  visit.later(() =>
    requestSubscription(choices, {
      database: databaseOf(payload),
      now,
      send: (mail) => sendSubscriptionMail(visit, mail),
    }),
  )
}
