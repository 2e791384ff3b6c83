import type { SmtpFault } from '../fake-smtp.ts'
import type { Happening, Round, Schedule } from './schedule.ts'

const DAY_MS = 24 * 60 * 60_000

/**
 * Whether anything happens in a schedule after which nobody can tell whether a mail was accepted. Where nothing does, none
 * may be unconfirmed.
 */
export const mayLeaveDoubt = ({
  transport,
  standIn,
  rounds,
}: Pick<Schedule, 'transport' | 'standIn' | 'rounds'>): boolean =>
  [transport, standIn].some((name) => name !== null && rounds.some(name === 'smtp' ? overSmtp : atResend)) ||
  (transport === 'resend' && rounds.some(isRemoved))

/**
 * Whether more can have left doubt than what single workers saw, or died before they saw: then nobody can say of which mails.
 */
export const leavesDoubtAtLarge = ({
  transport,
  standIn,
  rounds,
}: Pick<Schedule, 'transport' | 'standIn' | 'rounds'>): boolean =>
  ([transport, standIn].includes('resend') && (rounds.some(atResend) || rounds.some(isRemoved))) ||
  rounds.some(({ meanwhile }) => meanwhile.some(({ what }) => what === 'lapse' || losesDatabase(what)))

/** Nobody asks any more what became of what it was handed. */
const isRemoved = ({ meanwhile }: Round): boolean => meanwhile.some(({ what }) => what === 'transport-gone')

/** A worker that is gone, or whose database is, or an answer that never came once the message had begun to leave. */
const overSmtp = ({ fates, smtp, meanwhile }: Round): boolean =>
  fates.some((fate) => fate !== null) ||
  meanwhile.some(({ what }) => what === 'lapse' || losesDatabase(what)) ||
  smtp.some(isLate)

/** Whether what workers were about to write down, or to read, may be lost on its way. */
export const losesDatabase = (what: Happening): boolean =>
  what === 'cut-database' || what === 'restart-fast' || what === 'restart-immediate'

const isLate = (fault: SmtpFault): boolean =>
  !('answer' in fault) && (fault.at === 'data' || fault.at === 'dot' || fault.at === 'accepted')

/** The key is forgotten, or stands for mails that cannot be written a second time. */
const atResend = ({ resend, meanwhile, pass }: Round): boolean =>
  pass >= DAY_MS ||
  meanwhile.some(({ what }) => what === 'erase' || what === 'personal-left') ||
  resend.some((fault) => 'name' in fault && fault.name === 'invalid_idempotent_request')
