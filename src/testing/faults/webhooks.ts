import { Webhook } from 'standardwebhooks'

import type { ResendMail } from '../fake-resend.ts'

/** As the service signs, with a secret of its own for every endpoint. */
export const webhookSecret = `whsec_${Buffer.alloc(24, 'w').toString('base64')}`

/** `refused`: it came back, and by no fault of the address. */
type Told = 'delivered' | 'delivery_delayed' | 'bounced' | 'refused' | 'complained' | 'opened'

interface Event {
  /** The same whenever it is told again. */
  readonly id: string
  readonly body: string
}

const bounce = { type: 'Permanent', subType: 'General' }
const refusal = { ...bounce, diagnosticCode: ['smtp; 550 5.7.1 blocked using a list'] }

/** An event about a mail. https://resend.com/docs/dashboard/webhooks/event-types */
export const eventAbout = ({ id, to, tags = [] }: ResendMail, told: Told, at: Date): Event => ({
  id: `msg_${id}_${told}`,
  body: JSON.stringify({
    type: `email.${told === 'refused' ? 'bounced' : told}`,
    created_at: at.toISOString(),
    data: {
      email_id: id,
      created_at: at.toISOString(),
      to,
      tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])),
      ...(told === 'bounced' && { bounce }),
      ...(told === 'refused' && { bounce: refusal }),
    },
  }),
})

/** The request by which the service tells it, signed now. */
export function signedRequest({ id, body }: Event, now: Date): Request {
  return new Request('http://localhost:3000/api/feedback/resend', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(now.getTime() / 1000)),
      'svix-signature': new Webhook(webhookSecret).sign(id, now, body),
    },
    body,
  })
}
