import type { Payload } from 'payload'

import { type RetentionRuleName, retentionRuleNames, shortestDays } from './retention-rules.ts'

/** For how many days each is kept. Null: for as long as the person is there. */
export type RetentionDays = Readonly<Record<RetentionRuleName, number | null>>

/** As the officers decided. What is stored and too short, whoever wrote it, counts as the shortest that is allowed. */
export async function retentionDays(payload: Payload): Promise<RetentionDays> {
  const settings = await payload.findGlobal({ slug: 'retention', depth: 0, overrideAccess: true })
  return Object.fromEntries(
    retentionRuleNames.map((name) => {
      const days = settings[name] ?? null
      return [name, days === null ? null : Math.max(days, shortestDays[name])]
    }),
  ) as RetentionDays
}
