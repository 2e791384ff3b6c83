import { type Database, sql } from '../../database/database.ts'

export const STEP_SECONDS = 10
const STEPS = 30

/** How fast an issue leaves, by the database's clock. */
export interface SendingPace {
  /** Mails submitted in each `STEP_SECONDS` of the last five minutes, oldest first. */
  readonly steps: readonly number[]
  /** Null: none was submitted yet. */
  readonly firstAt: Date | null
  readonly lastAt: Date | null
  readonly now: Date
}

export async function sendingPace(issueId: string, database: Database): Promise<SendingPace> {
  const { rows } = await database.execute<{ ago: number; mails: number }>(sql`
    select floor(extract(epoch from now() - submitted_at) / ${STEP_SECONDS})::int as ago, count(*)::int as mails
    from email_deliveries
    where issue_id = ${issueId}::uuid and submitted_at <= now()
      and submitted_at > now() - make_interval(secs => ${STEP_SECONDS * STEPS})
    group by ago
  `)
  const { rows: ends } = await database.execute<{ first: string | null; last: string | null; now: string }>(
    sql`
      select min(submitted_at) as first, max(submitted_at) as last, now() as now from email_deliveries
      where issue_id = ${issueId}::uuid
    `,
  )
  const byAge = new Map(rows.map(({ ago, mails }) => [ago, mails]))
  const [end] = ends
  return {
    steps: Array.from({ length: STEPS }, (_, index) => byAge.get(STEPS - 1 - index) ?? 0),
    firstAt: momentOf(end?.first),
    lastAt: momentOf(end?.last),
    now: momentOf(end?.now) ?? new Date(),
  }
}

const momentOf = (at: string | null | undefined): Date | null =>
  at === null || at === undefined ? null : new Date(at)

/** Steps from which the pace is told: what was longer ago says little about what comes. */
const LATELY = 12
/** Fewer mails, or within less time, are no pace yet. */
const LEAST_MAILS = 20
const LEAST_STEPS = 3
/** Nothing within so many steps: it stands still. */
const STILL = 6

/** Mails a second over the last two minutes, or since it began or went on within them. 0: it stands still. */
export function mailsPerSecond(steps: readonly number[]): number {
  const moving = lately(steps)
  return moving.length === 0 ? 0 : sum(moving) / (moving.length * STEP_SECONDS)
}

/** Mails a second, as soon as enough have left for long enough. Null: it cannot be known, or it stands still. */
export function knownPace({ steps }: Pick<SendingPace, 'steps'>): number | null {
  const moving = lately(steps)
  return moving.length < LEAST_STEPS || sum(moving) < LEAST_MAILS ? null : mailsPerSecond(steps)
}

function lately(steps: readonly number[]): readonly number[] {
  if (sum(steps.slice(-STILL)) === 0) return []
  const recent = steps.slice(-LATELY)
  return recent.slice(recent.findIndex((mails) => mails > 0))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
