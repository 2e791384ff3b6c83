import type { Endpoint, PayloadRequest } from 'payload'
import { Resend } from 'resend'

import { env } from '../../env.ts'
import { readWithin } from '../../network/read-within.ts'
import { feedbackOfEvent, isOnTheirList } from '../../newsletter/feedback/feedback-of-event.ts'
import { enqueue } from '../../queue/queue.ts'
import { recordFeedback } from './record-feedback.ts'

/** Far longer than any event. */
const MAX_BYTES = 256 * 1024

const answer = (status: number, outcome: string): Response =>
  Response.json({ outcome }, { status, headers: { 'Cache-Control': 'no-store' } })

/**
 * `POST /api/feedback/resend`: where Resend tells what became of mails. It is signed, and no older than five minutes. What
 * was told before, or is of no use to us, is answered like anything else, or it would be told again; what cannot be kept
 * now is an error, so it will be. https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests
 */
export const resendFeedbackEndpoint: Endpoint = {
  path: '/feedback/resend',
  method: 'post',
  handler: async (req) => {
    if (env.RESEND_WEBHOOK_SECRET === undefined) return answer(404, 'unknown')
    const body = (await readWithin(MAX_BYTES, req.body))?.toString('utf8') ?? null
    if (body === null) return answer(413, 'too-large')
    const id = req.headers.get('svix-id') ?? ''
    const event = verified(body, req, env.RESEND_WEBHOOK_SECRET)
    if (event === null) return answer(401, 'refused')
    const feedback = feedbackOfEvent(event, id)
    if (feedback === null) return answer(200, 'ignored')
    const outcome = await recordFeedback(req.payload, feedback, new Date())
    // Their list knows why; ours learns it from there.
    if (isOnTheirList(event) && outcome === 'recorded' && env.RESEND_API_KEY !== undefined)
      await enqueue(req.payload, 'sync-suppressions', [{}])
    return answer(200, outcome)
  },
}

/** To check a signature nothing is asked of the service, so any key will do. */
const { webhooks } = new Resend('re_unused')

/** Null: it is not signed by whoever knows the secret, was changed, or is too old. */
function verified(payload: string, { headers }: PayloadRequest, webhookSecret: string): unknown {
  try {
    return webhooks.verify({
      payload,
      headers: {
        id: headers.get('svix-id') ?? '',
        timestamp: headers.get('svix-timestamp') ?? '',
        signature: headers.get('svix-signature') ?? '',
      },
      webhookSecret,
    })
  } catch (error) {
    // The library says no by throwing, and knows no other way.
    if (error instanceof Error) return null
    throw error
  }
}
