import type { DemoNews } from '../shapes.ts'
import { loanFormRewritten } from './loan-form-rewritten.ts'
import { mentorsWanted } from './mentors-wanted.ts'
import { networkCloses } from './network-closes.ts'
import { networkStarts } from './network-starts.ts'
import { peerReviewMoved } from './peer-review-moved.ts'
import { secondLease } from './second-lease.ts'
import { seventyInMunich } from './seventy-in-munich.ts'
import { supplierRegister } from './supplier-register.ts'
import { thirdMeetingOnline } from './third-meeting-online.ts'
import { threeSchemesCompared } from './three-schemes-compared.ts'
import { twelveMonthsLater } from './twelve-months-later.ts'
import { womenOfTheMarket } from './women-of-the-market.ts'

/** Twelve news items, the oldest first. */
export const demoNews: readonly DemoNews[] = [
  networkStarts,
  seventyInMunich,
  threeSchemesCompared,
  thirdMeetingOnline,
  networkCloses,
  twelveMonthsLater,
  supplierRegister,
  womenOfTheMarket,
  peerReviewMoved,
  loanFormRewritten,
  secondLease,
  mentorsWanted,
]
