import type { Database } from '../../database/database.ts'
import type { MailsByHours } from '../../ledger/issue-progress/mails-by-hours.ts'
import type { CompiledEdition } from '../../newsletter/compiled-edition.ts'
import { mailsPerBatch, type Transport } from '../../newsletter/transports/transport.ts'
import { forecast } from '../pace/forecast.ts'
import { lower, networkOutlook } from '../pace/outlook.ts'
import type { SendingPlan } from './rehearsal-report.ts'

interface Audience {
  readonly hours: readonly MailsByHours[]
  readonly editions: readonly CompiledEdition[]
}

/**
 * What really sending would come to over the ways out that are set up, if it began now: by what they take, the network's own
 * pace, its daily cap, the warm-up of its domain and the hours of its readers.
 */
export async function planSending(
  { hours, editions }: Audience,
  transports: readonly Transport[],
  database: Database,
): Promise<SendingPlan> {
  const ways = transports.map((transport) => ({
    name: transport.name,
    mailsPerSecond: rateOf(transport, editions),
  }))
  const outlook = await networkOutlook(database)
  const mailsPerSecond = lower(outlook.mailsPerSecond, ways[0]?.mailsPerSecond ?? null)
  const now = new Date()
  const seen = forecast(hours, { ...outlook, mailsPerSecond }, now)
  const takesMs = seen === null ? null : seen.lastAt.getTime() - now.getTime()
  return {
    ways,
    takesMs: takesMs === 0 && mailsPerSecond === null ? null : takesMs,
    days: seen?.days ?? null,
  }
}

/** A request carries as many letters as fit, or one where each leaves by itself. */
function rateOf(transport: Transport, editions: readonly CompiledEdition[]): number | null {
  const { requestsPerSecond, idempotent } = transport.capabilities
  if (requestsPerSecond === null) return null
  const mails = idempotent ? editions.map((edition) => mailsPerBatch(transport, edition)) : [1]
  return requestsPerSecond * Math.min(...mails)
}
