import type { Outcome } from '../../newsletter/transports/transport.ts'

/** The last outcomes that are looked at. */
const WINDOW = 200
/** With fewer, one server more or less would decide. */
const ENOUGH = 50
/** More than this share of them refused for what we are or send: the next are refused as well, and that harms. */
const SHARE = 0.5

const ours: ReadonlySet<string> = new Set(['policy', 'sender-refused', 'message-refused'])

/**
 * Looks at what is refused in the very moment, which no bounce tells of.
 * @returns what notes outcomes and answers whether so many were refused lately that sending must not go on
 */
export function refusalWatch(): (outcomes: readonly Outcome[]) => boolean {
  let last: boolean[] = []
  return (outcomes) => {
    const told = outcomes.filter(({ kind }) => kind === 'accepted' || kind === 'refused')
    last = [...last, ...told.map((outcome) => outcome.kind === 'refused' && ours.has(outcome.reason))].slice(
      -WINDOW,
    )
    return last.length >= ENOUGH && last.filter((isRefused) => isRefused).length > SHARE * last.length
  }
}
