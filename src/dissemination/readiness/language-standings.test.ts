import { expect, test } from 'vitest'

import type { KeptLanguage } from '../../ledger/issue-languages.ts'
import type { ComposedEdition } from '../compose-editions.ts'
import { type LanguageState, standingOf } from './language-standings.ts'
import type { Missing } from './missing-in.ts'

const edition: ComposedEdition = { locale: 'fr', manifest: [] }
const subject: Missing = { kind: 'text', part: 'subject' }
const held: KeptLanguage = {
  locale: 'fr',
  rule: 'hold',
  deadline: null,
  afterwards: 'skip',
  decidedBy: 'Sample Editor',
  outcome: null,
  isOver: false,
}
const newsletter = (rule: 'hold' | 'fallback' | 'skip') => ({
  notReady: { rule, hours: 24, afterwards: 'fallback' as const },
})

interface Case {
  readonly says: 'hold' | 'fallback' | 'skip'
  readonly kept?: Partial<KeptLanguage>
  readonly missing?: readonly Missing[]
  readonly edition?: null
  readonly hasLeft?: boolean
}

test.for<[string, Case, LanguageState]>([
  ['with nothing missing it is ready', { says: 'hold', missing: [] }, 'ready'],
  ['with no edition it is not ready', { says: 'hold', missing: [], edition: null }, 'on-hold'],
  ['the newsletter holds it', { says: 'hold' }, 'on-hold'],
  ['the newsletter lets it fall back', { says: 'fallback' }, 'falls-back'],
  ['the newsletter leaves it out', { says: 'skip' }, 'left-out'],
  ['the issue says otherwise', { says: 'fallback', kept: {} }, 'on-hold'],
  ['the issue leaves it out', { says: 'hold', kept: { rule: 'skip', afterwards: null } }, 'left-out'],
  ['ready, it goes whatever the issue says', { says: 'hold', kept: { rule: 'skip' }, missing: [] }, 'ready'],
  ['the deadline is over before it leaves', { says: 'hold', kept: { isOver: true } }, 'left-out'],
  [
    'over, and then it falls back',
    { says: 'skip', kept: { isOver: true, afterwards: 'fallback' } },
    'falls-back',
  ],
  ['it left, and nothing was to be said of it', { says: 'hold', hasLeft: true }, 'ready'],
  ['it left and is held', { says: 'fallback', kept: {}, hasLeft: true }, 'on-hold'],
  ['it was released', { says: 'hold', kept: { outcome: 'released' }, hasLeft: true }, 'ready'],
  [
    'it fell back',
    { says: 'hold', kept: { outcome: 'fell-back' }, missing: [], hasLeft: true },
    'falls-back',
  ],
  ['it was left out', { says: 'hold', kept: { outcome: 'skipped' }, missing: [], hasLeft: true }, 'left-out'],
])(
  'what becomes of a language: %s',
  ([, { says, kept, missing = [subject], edition: none, hasLeft = false }, state]) => {
    const standing = standingOf(
      {
        locale: 'fr',
        missing,
        edition: none === null ? null : edition,
        kept: kept === undefined ? null : { ...held, ...kept },
        hasLeft,
      },
      newsletter(says),
    )

    expect(standing.state).toBe(state)
  },
)
