import { env } from '../../env.ts'
import { enginesFor } from '../engines/engines-for.ts'
import { pairGlossary } from './pair-glossary.ts'
import type { TranslationTools } from './run-translation.ts'

/** What this installation translates with. */
export const translationTools: TranslationTools = {
  engines: enginesFor(env),
  glossaryFor: pairGlossary,
  now: () => new Date(),
  random: Math.random,
}
