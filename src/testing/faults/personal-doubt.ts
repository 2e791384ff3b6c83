import { losesDatabase } from './may-leave-doubt.ts'
import type { Played } from './play.ts'
import type { Happening, Round, Schedule } from './schedule.ts'
import type { PersonalFacts } from './violations.ts'

type Happened = Pick<Schedule, 'transport' | 'standIn' | 'rounds'>

/**
 * Whether what happened explains that nobody can tell whether this mail for one person was taken. Its own answer did not come,
 * or whoever had it in hand may have vanished; and where it can be asked for again, something ended that.
 */
export function hasPersonalCause(
  { deliveryId, isStopped }: Pick<PersonalFacts, 'deliveryId' | 'isStopped'>,
  { seen, wasInterrupted }: Pick<Played, 'seen' | 'wasInterrupted'>,
  { transport, standIn, rounds }: Happened,
): boolean {
  const own = seen.filter((each) => each.deliveryId === deliveryId)
  const mayHaveVanished =
    happens(rounds, (what) => what === 'lapse' || losesDatabase(what)) ||
    (wasInterrupted && !own.some(({ outcome, isSound }) => outcome === 'accepted' && isSound()))
  const isInDoubt = (name: 'smtp' | 'resend') =>
    (transport === name || standIn === name) &&
    (mayHaveVanished || own.some(({ by, outcome }) => by === name && outcome === 'ambiguous'))
  const isAskedNoMore =
    isStopped || rounds.some(endsAsking) || own.some(({ outcome }) => outcome === 'refused')
  return isInDoubt('smtp') || (isInDoubt('resend') && isAskedNoMore)
}

/** A key is said to stand for another mail, or nobody is left who could ask. */
const endsAsking = ({ resend, meanwhile }: Round): boolean =>
  resend.some((fault) => 'name' in fault && fault.name === 'invalid_idempotent_request') ||
  meanwhile.some(({ what }) => what === 'transport-gone')

const happens = (rounds: readonly Round[], is: (what: Happening) => boolean): boolean =>
  rounds.some(({ meanwhile }) => meanwhile.some(({ what }) => is(what)))
