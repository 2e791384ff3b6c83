import { z } from 'zod'

import type { Feedback } from '../../ledger/mail-feedback.ts'
import { classOfService, isTheirList } from './service-class.ts'
import { statusCodesIn } from './status-codes.ts'

const kinds = {
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'bounced',
  'email.complained': 'complained',
  // The service took it and then could not hand it on, or would not: our quota, our domain, its own list of addresses.
  'email.failed': 'bounced',
  'email.suppressed': 'bounced',
} as const satisfies Readonly<Record<string, Feedback['kind']>>

const event = z.object({
  type: z.enum(Object.keys(kinds) as (keyof typeof kinds)[]),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string().min(1),
    tags: z.object({ d: z.guid().nullable().catch(null).default(null) }).catch({ d: null }),
    bounce: z
      .object({
        type: z.string(),
        subType: z.string().default(''),
        diagnosticCode: z.union([z.string(), z.array(z.string())]).catch([]),
      })
      .optional(),
  }),
})

/**
 * What an event of Resend tells about a mail. Null: nothing that we ask for, such as an opening.
 * https://resend.com/docs/dashboard/webhooks/event-types
 * @param id of the message, by which it is known when it comes again.
 */
export function feedbackOfEvent(body: unknown, id: string): Feedback | null {
  const parsed = event.safeParse(body)
  if (!parsed.success) return null
  const { type, created_at: at, data } = parsed.data
  const kind = kinds[type]
  const diagnostic = [data.bounce?.diagnosticCode ?? []].flat().join('\n')
  return {
    key: `resend:${id}`,
    source: 'resend',
    deliveryId: data.tags.d,
    providerId: data.email_id,
    kind,
    // It says nothing of the address where the service did not hand it on.
    bounceClass:
      kind !== 'bounced'
        ? null
        : data.bounce === undefined
          ? 'policy'
          : classOfService(data.bounce, diagnostic),
    ...statusCodesIn(diagnostic),
    ...(isOfService(parsed.data) ? { isOfService: true } : {}),
    at,
  }
}

/** The service did not hand it on: its own list of addresses, our quota, our domain. */
const isOfService = ({ type, data: { bounce } }: z.infer<typeof event>): boolean =>
  kinds[type] === 'bounced' && (type === 'email.suppressed' || bounce === undefined || isTheirList(bounce))

/** Whether the service refused because the address is on its own list: what it says there is worth a look. */
export const isOnTheirList = (body: unknown): boolean => {
  const parsed = event.safeParse(body)
  if (!parsed.success) return false
  const { type, data } = parsed.data
  return type === 'email.suppressed' || (data.bounce !== undefined && isTheirList(data.bounce))
}
