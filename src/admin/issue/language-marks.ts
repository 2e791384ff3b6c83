import type { LanguageState } from '../../dissemination/readiness/language-standings.ts'
import type { MarkName, Tone } from '../marks.tsx'

/** How a language of an issue that has not left stands, as a mark. The same wherever it is shown. */
export const languageMarks = {
  ready: ['submitted', 'ok'],
  'on-hold': ['paused', 'warn'],
  'falls-back': ['otherLanguage', 'info'],
  'left-out': ['skipped', 'quiet'],
} as const satisfies Readonly<Record<LanguageState, readonly [MarkName, Tone]>>
