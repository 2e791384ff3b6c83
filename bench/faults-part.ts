import { playAndJudge } from '../src/testing/faults/judge.ts'
import { drawSchedule } from '../src/testing/faults/schedule.ts'
import { openStage } from '../src/testing/faults/stage.ts'
import { sumOf, type Tallies, tallyOf } from './faults-tally.ts'

const PROGRESS_EVERY = 100

/** Plays the schedules of so many seeds, tells of those that broke a promise, and answers with what came of all. */
const [first, count] = process.argv.slice(2).map(Number) as [number, number]
const stage = await openStage()
let tallies: Tallies = {}
for (let seed = first; seed < first + count; seed++) {
  const schedule = drawSchedule(seed)
  const judged = await playAndJudge(stage, schedule)
  tallies = sumOf(tallies, tallyOf(schedule, judged))
  if (judged.violations.length > 0)
    console.error(`seed ${seed}: ${[...new Set(judged.violations)].join(', ')}`)
  const played = seed - first + 1
  if (played % PROGRESS_EVERY === 0) console.error(`${played} of ${count} from seed ${first}`)
}
process.send?.(tallies)
process.disconnect()
process.exit(0)
