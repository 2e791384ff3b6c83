/** How far the clock of a server may be behind ours. */
const CLOCK_LAG_MS = 5 * 60_000

/**
 * Whether something there can be the post that we planned: what somebody wrote by hand before that is none of ours, though it
 * links to the same page.
 * @param madeAt when it was made there. Null: the server does not say.
 */
export const isSincePlanned = (madeAt: Date | null, { plannedAt }: { readonly plannedAt: Date }): boolean =>
  madeAt === null || madeAt.getTime() >= plannedAt.getTime() - CLOCK_LAG_MS
