import { afterAll, beforeAll, expect, test } from 'vitest'

import { webhookSecret } from '../testing/faults/webhooks.ts'

// The product reads its environment when it is imported.
process.env.RESEND_WEBHOOK_SECRET = webhookSecret
const { drawSchedule } = await import('../testing/faults/schedule.ts')
const { openStage } = await import('../testing/faults/stage.ts')
const { playAndJudge } = await import('../testing/faults/judge.ts')

/** `npm run bench -- faults` plays thousands. */
const SCHEDULES = 200
const AT_ONCE = 20

let stage: Awaited<ReturnType<typeof openStage>>

beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage[Symbol.asyncDispose]()
  await stage.payload.destroy()
})

const firstSeeds = Array.from({ length: SCHEDULES / AT_ONCE }, (_, index) => 1 + index * AT_ONCE)

test.for(firstSeeds)(
  'whatever goes wrong, each person has one mail, or a row that says why not (20 schedules from seed %i)',
  { timeout: 300_000 },
  async (first) => {
    const found: unknown[] = []
    for (let seed = first; seed < first + AT_ONCE; seed++) {
      const { violations } = await playAndJudge(stage, drawSchedule(seed))
      found.push(...violations.map((violation) => ({ seed, violation })))
    }
    expect(found).toEqual([])
  },
)
