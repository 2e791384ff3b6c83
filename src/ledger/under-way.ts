import { sql } from '../database/database.ts'

/**
 * For how long a mail is its worker's once it leaves, in minutes. Longer than any transport takes to hand one over and the
 * worker to write down what came of it: whatever is left after that has nobody who could still send it.
 */
export const UNDER_WAY_MINUTES = 16

/** The same from now on, as a moment. */
export const underWayUntil = sql.raw(`now() + interval '${UNDER_WAY_MINUTES} minutes'`)
