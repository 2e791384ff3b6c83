import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import type { ProgressCount } from '../../../ledger/issue-progress/progress-counts.ts'
import type { HeldLanguage } from '../../../ledger/issue-progress/progress-languages.ts'
import { newsletterSource } from '../../../testing/newsletter-source.ts'
import { timedContext } from '../../view-context.ts'
import { ProgressByLanguage } from './progress-by-language.tsx'

const now = new Date('2026-11-29T10:00:00Z')
const decided: HeldLanguage = { locale: 'uk', rule: 'hold', deadline: null, afterwards: null, outcome: null }

const told = (held: readonly Partial<HeldLanguage>[], counts: readonly ProgressCount[] = []): string =>
  renderToStaticMarkup(
    ProgressByLanguage({
      issue: { id: 'autumn', state: 'sending', newsletter: newsletterSource(['en', 'uk']) },
      progress: {
        counts,
        waiting:
          counts.length === 0 ? [] : [{ locale: 'uk', reason: 'language-held', people: 4, until: null }],
        held: held.map((each) => ({ ...decided, ...each })),
        pace: { steps: [], firstAt: null, lastAt: null, now },
        lastAt: new Map(),
        audience: null,
        endsAt: null,
        away: null,
      },
      context: timedContext({ i18n: { language: 'en' } }, 'UTC', now),
    }),
  )

test.for([
  [{ rule: 'fallback' }, 'Falls back'],
  [{ outcome: 'fell-back' }, 'Falls back'],
  [{ rule: 'skip' }, 'Left out'],
  [{ outcome: 'skipped' }, 'Left out'],
] as const)(
  'of a language without an edition it is told what was decided, not that everybody got another: %o',
  ([held, said]) => {
    expect(told([held])).toContain(`</bdi></b> ${said}</li>`)
    expect(told([held])).not.toContain('Got another language')
  },
)

const waiting = [{ locale: 'uk', state: 'planned', reason: 'language-held', people: 4 }] as const
const deadline = new Date('2026-11-29T16:00:00Z')

test.for([
  [{ deadline, afterwards: 'fallback' }, 'On hold until 16:00, then it falls back'],
  [{ deadline, afterwards: 'skip' }, 'On hold until 16:00, then it is left out'],
  [{}, 'On hold'],
] as const)('a held language is told as before it left: %o', ([held, said]) => {
  expect(told([held], waiting)).toContain(`>${said} <a href="/admin/collections/issues/autumn/preview">`)
})
