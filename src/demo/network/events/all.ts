import type { DemoEvent } from '../shapes.ts'
import { askAnAdviser } from './ask-an-adviser.ts'
import { athensOpenDay } from './athens-open-day.ts'
import { buyersMeetMakers } from './buyers-meet-makers.ts'
import { finalConference } from './final-conference.ts'
import { firstConferenceMunich } from './first-conference-munich.ts'
import { launchBrussels } from './launch-brussels.ts'
import { peerReviewLyon } from './peer-review-lyon.ts'
import { unlockingDiversity } from './unlocking-diversity.ts'

/** Eight events in order of time. */
export const demoEvents: readonly DemoEvent[] = [
  launchBrussels,
  firstConferenceMunich,
  unlockingDiversity,
  finalConference,
  buyersMeetMakers,
  askAnAdviser,
  athensOpenDay,
  peerReviewLyon,
]
