import { randomUUID } from 'node:crypto'

import { afterEach, beforeEach } from 'vitest'

import { sql } from '../database/database.ts'
import { recordFeedback } from '../dissemination/feedback/record-feedback.ts'
import type { PersonalRenderer } from '../dissemination/personal/personal-renderer.ts'
import { sendPersonal } from '../dissemination/personal/send-personal.ts'
import { env } from '../env.ts'
import { resend } from '../newsletter/transports/resend.ts'
import type { Transport } from '../newsletter/transports/transport.ts'
import { fakeResend, type ResendFault } from './fake-resend.ts'
import { oneRenderer } from './one-renderer.ts'
import { personalNetwork } from './personal-network.ts'

export const saying =
  (subject: string): PersonalRenderer =>
  async (_, { items }) => ({
    locale: 'el',
    subject,
    html: `<p>${subject} <a href="{{unsubscribe_url}}">x</a></p>`,
    text: `${subject} {{unsubscribe_url}}`,
    fromName: 'Sample network',
    listName: 'Τα νέα σας',
    items,
  })

/**
 * For the top of a test file: a personal network over a mail service that drops a mail with a key that it has seen, and whose
 * answers get lost. Each test begins with a service that has seen nothing, and with the settings that the file began with.
 */
export async function mailsInDoubt() {
  const network = await personalNetwork()
  const { payload, run, person, plan } = network
  const settings = { EMISSARY_KEYS: env.EMISSARY_KEYS, MAIL_FROM: env.MAIL_FROM }
  let service: Awaited<ReturnType<typeof fakeResend>>

  beforeEach(async () => {
    service = await fakeResend()
  })
  afterEach(async () => {
    Object.assign(env, settings)
    await service[Symbol.asyncDispose]()
  })

  const transport = () => resend({ apiKey: service.apiKey, baseUrl: service.url })

  const send = (renderer = saying('Νέα'), by: Transport = transport()) =>
    sendPersonal(payload, {
      transport: by,
      signal: new AbortController().signal,
      renderers: oneRenderer(renderer),
    })

  /** Time for another attempt. */
  const later = () =>
    run(sql`update personal_mails set due_at = now(), lease_until = lease_until - interval '20 minutes'`)

  async function planned() {
    const subscriberId = await person()
    return { id: await plan(subscriberId, 'digest'), subscriberId }
  }

  /** State, reason and whether a copy is kept, as a line a mail. */
  const told = async () => {
    const { rows } = await run(sql`
      select concat_ws(' ', state, reason, case when handed_over is not null then 'kept' end) as says from personal_mails
    `)
    return rows.map(({ says }) => says)
  }

  /** What the mail service tells of the mail by itself, whatever came of its answer. */
  const tellsThat = (kind: 'delivered' | 'bounced', deliveryId: string) =>
    recordFeedback(
      payload,
      {
        key: randomUUID(),
        source: 'resend',
        deliveryId,
        providerId: randomUUID(),
        kind,
        bounceClass: kind === 'bounced' ? 'policy' : null,
        status: null,
        replyCode: null,
        at: new Date(),
      },
      new Date(),
    )

  return {
    ...network,
    settings,
    service: {
      transport,
      failNext: (fault: ResendFault) => service.failNext(fault),
      mails: () => service.mails(),
      requests: () => service.requests(),
    },
    send,
    later,
    planned,
    told,
    tellsThat,
  }
}
