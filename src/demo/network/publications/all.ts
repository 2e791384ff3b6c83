import type { DemoPublication } from '../shapes.ts'
import { askingAgain } from './asking-again.ts'
import { buyingFromNewcomers } from './buying-from-newcomers.ts'
import { chapterCecopDiesisReves } from './chapter-cecop-diesis-reves.ts'
import { financeWorkingNote } from './finance-working-note.ts'
import { goodPracticesInnovation } from './good-practices-innovation.ts'
import { inclusiveEcosystems } from './inclusive-ecosystems.ts'
import { listingKeyActors } from './listing-key-actors.ts'
import { mappingCoachingMentoring } from './mapping-coaching-mentoring.ts'
import { oneDoor } from './one-door.ts'
import { plainWords } from './plain-words.ts'

/** Ten publications, a report before its chapters. */
export const demoPublications: readonly DemoPublication[] = [
  listingKeyActors,
  mappingCoachingMentoring,
  goodPracticesInnovation,
  financeWorkingNote,
  inclusiveEcosystems,
  chapterCecopDiesisReves,
  oneDoor,
  askingAgain,
  plainWords,
  buyingFromNewcomers,
]
