import type { ResendFault } from '../fake-resend.ts'
import type { SmtpFault } from '../fake-smtp.ts'
import type { Schedule } from './schedule.ts'

const DAY_MS = 24 * 60 * 60_000

/** What goes wrong in a schedule, each kind once: what a table of results is made by. */
export function kindsOf({ transport, standIn, held, hasPersonal, rounds }: Schedule): readonly string[] {
  const kinds = rounds.flatMap(({ fates, smtp, resend, meanwhile, pass }) => [
    ...fates.flatMap((fate) => (fate === null ? [] : [`worker ${fate.what}`])),
    ...smtp.map(smtpKind),
    ...resend.map(resendKind),
    ...meanwhile.map(({ what }) => what),
    ...(pass >= DAY_MS ? ['a day passes'] : []),
    `workers: ${fates.length}`,
  ])
  const all = standIn === null ? `any, ${transport}` : `any, ${transport}, then ${standIn}`
  return [
    ...new Set([
      all,
      ...(held === null ? [] : [`a language is held: ${held}`]),
      ...(hasPersonal ? ['mails for one person beside it'] : []),
      ...kinds,
    ]),
  ]
}

function smtpKind(fault: SmtpFault): string {
  if ('answer' in fault) return `SMTP ${fault.at}: ${fault.answer.slice(0, 3)}`
  return `SMTP ${fault.at}: ${'stall' in fault ? 'stall' : 'cut'}`
}

function resendKind(fault: ResendFault): string {
  if ('status' in fault) return `Resend ${fault.status} ${fault.name}`
  if ('gatewayError' in fault) return `Resend ${fault.gatewayError} of a gateway`
  const [[what = '', when = ''] = []] = Object.entries(fault)
  return `Resend ${what} ${when}`
}
