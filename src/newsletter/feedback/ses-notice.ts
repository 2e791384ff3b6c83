import { z } from 'zod'

import type { ReportedRecipient } from './failed-by-status.ts'
import { classOfService } from './service-class.ts'
import { statusCodesIn } from './status-codes.ts'

const recipient = z.object({
  emailAddress: z.string(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
})

const headers = z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).catch([]) })

const notice = z
  .object({
    mail: headers.catch({ headers: [] }),
    bounce: z
      .object({
        bounceType: z.string(),
        bounceSubType: z.string(),
        bouncedRecipients: z.array(recipient).min(1),
      })
      .optional(),
    complaint: z.object({ complainedRecipients: z.array(recipient) }).optional(),
    delivery: z.object({ recipients: z.array(z.string()) }).optional(),
  })
  .refine(({ bounce, complaint, delivery }) => bounce ?? complaint ?? delivery)

const envelope = z.object({ Type: z.literal('Notification'), Message: z.string() })

export type SesNotice =
  | { readonly kind: 'bounce'; readonly recipients: readonly ReportedRecipient[] }
  | { readonly kind: 'complaint'; readonly addresses: readonly string[] }
  | { readonly kind: 'arrived' }

/**
 * What Amazon SES says by mail where it is the SMTP server and its notices are sent on by SNS: JSON instead of a report.
 * With the head of our own mail, as far as it tells. Null: it is no such notice.
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
export function sesNotice(text: string): { readonly told: SesNotice; readonly original: string } | null {
  const wrapped = envelope.safeParse(jsonIn(text))
  const parsed = notice.safeParse(wrapped.success ? jsonIn(wrapped.data.Message) : jsonIn(text))
  if (!parsed.success) return null
  const { mail, bounce, complaint } = parsed.data
  const original = mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')
  if (bounce !== undefined) {
    const { bounceType: type, bounceSubType: subType } = bounce
    const recipients = bounce.bouncedRecipients.map(({ emailAddress, status, diagnosticCode = '' }) => {
      const said = statusCodesIn(diagnosticCode)
      const bounceClass = classOfService({ type, subType }, [status, diagnosticCode].join(' ').trim())
      return {
        ...{ address: emailAddress, bounceClass, isFinal: true },
        ...{ status: status ?? said.status, replyCode: said.replyCode },
      }
    })
    return { told: { kind: 'bounce', recipients }, original }
  }
  if (complaint === undefined) return { told: { kind: 'arrived' }, original }
  const addresses = complaint.complainedRecipients.map(({ emailAddress }) => emailAddress)
  return { told: { kind: 'complaint', addresses }, original }
}

/** Null: there is none. Servers on the way break long lines with an exclamation mark. */
function jsonIn(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (from < 0 || to < from) return null
  try {
    return JSON.parse(text.slice(from, to + 1).replaceAll(/!\r?\n /g, ''))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
