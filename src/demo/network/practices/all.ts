import type { DemoPractice } from '../shapes.ts'
import { athensPermitDesk } from './athens-permit-desk.ts'
import { barcelonaSmallLots } from './barcelona-small-lots.ts'
import { brusselsSharedSecretariat } from './brussels-shared-secretariat.ts'
import { humanSafetyNetStartUps } from './human-safety-net-start-ups.ts'
import { lyonSavingsCircles } from './lyon-savings-circles.ts'
import { malmoThreeYearCall } from './malmo-three-year-call.ts'
import { palermoSharedKitchen } from './palermo-shared-kitchen.ts'
import { startUpRefugeesNetwork } from './start-up-refugees-network.ts'
import { ternRefugeeFounders } from './tern-refugee-founders.ts'
import { thessalonikiBooksEvening } from './thessaloniki-books-evening.ts'
import { viennaShopSuccession } from './vienna-shop-succession.ts'
import { warsawFirstInvoice } from './warsaw-first-invoice.ts'

/** The practices of the demo network, in the order in which the network took them up. */
export const demoPractices: readonly DemoPractice[] = [
  ternRefugeeFounders,
  startUpRefugeesNetwork,
  humanSafetyNetStartUps,
  lyonSavingsCircles,
  malmoThreeYearCall,
  palermoSharedKitchen,
  athensPermitDesk,
  brusselsSharedSecretariat,
  viennaShopSuccession,
  barcelonaSmallLots,
  warsawFirstInvoice,
  thessalonikiBooksEvening,
]
