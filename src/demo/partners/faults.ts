import { z } from 'zod'

import type { PartnerAnswer, PartnerRequest } from './exchange.ts'

/** Ways in which a partner can fail a submission. */
const faultShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    status: z.number().int().min(300).max(599),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  /** Closes the connection without having done anything. */
  z.object({ kind: z.literal('hang-up-before') }),
  /** Does what it was asked, and closes the connection instead of saying so. */
  z.object({ kind: z.literal('hang-up-after') }),
  /** Does what it was asked, and never says anything. */
  z.object({ kind: z.literal('stall') }),
])
export type Fault = z.input<typeof faultShape>

/** What becomes of a request: an answer, or none. */
export type Outcome = PartnerAnswer | 'hang-up' | 'stall'

/** A submission is what readers would see: not a question, not a picture on its way. */
const isSubmission = ({ method, url }: PartnerRequest): boolean =>
  method !== 'GET' && /^\/(api\/v1\/statuses|hooks)(\/|$)/.test(url.pathname)

/** Lets a handler fail its next submissions in the given ways, one fault each. */
export function failing(handle: (request: PartnerRequest) => Promise<PartnerAnswer>) {
  const faults: z.output<typeof faultShape>[] = []
  return {
    /** @throws when it is no fault. */
    failNext: (fault: unknown): void => void faults.push(faultShape.parse(fault)),

    async handle(request: PartnerRequest): Promise<Outcome> {
      const fault = isSubmission(request) ? faults.shift() : undefined
      if (fault === undefined) return handle(request)
      if (fault.kind === 'answer') return { status: fault.status, headers: fault.headers, body: 'not today' }
      if (fault.kind === 'hang-up-before') return 'hang-up'
      await handle(request)
      return fault.kind === 'stall' ? 'stall' : 'hang-up'
    },
  }
}
