import { describe } from 'vitest'

import { channelTrial, type FakeService, type Subject } from './channel-trial.ts'
import { describeComposition } from './describe-composition.ts'
import { describePublishing } from './describe-publishing.ts'
import { describeRefusals } from './describe-refusals.ts'
import { describeRevising } from './describe-revising.ts'

/** What every channel promises, whatever the service. Each adapter's test calls this once. */
export function describeChannel<Fake extends FakeService>(subject: Subject<Fake>): void {
  const trial = channelTrial(subject)

  describeComposition(subject.service, trial.nowhere)

  describe('as a channel', () => {
    describePublishing(trial)
    describeRevising(trial)
    describeRefusals(trial)
  })
}
