import type { Payload } from 'payload'

import type { Locale } from '../../i18n/locales.ts'
import { glossaryFaults } from '../glossary/glossary-faults.ts'
import { glossaryFor } from '../glossary/glossary-terms.ts'
import type { PairGlossary } from './pieces.ts'

/** The network's glossary, as an engine is held to it. */
export async function pairGlossary(source: Locale, target: Locale, payload: Payload): Promise<PairGlossary> {
  const terms = await glossaryFor(source, target, payload)
  return {
    keep: terms.filter(({ doNotTranslate }) => doNotTranslate),
    breaches: (text, translated) => glossaryFaults(text, translated, terms).map(({ term }) => term),
  }
}
