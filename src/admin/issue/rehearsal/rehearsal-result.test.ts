import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import type { Finding } from '../../../newsletter/lint/lint-edition.ts'
import { newsletterSource } from '../../../testing/newsletter-source.ts'
import { timedContext } from '../../view-context.ts'
import { RehearsalResult } from './rehearsal-result.tsx'

const finding = (level: Finding['level'], check: string): Finding => ({ check, level, part: null })

const shown = (language: string, findings: readonly Finding[]): string =>
  renderToStaticMarkup(
    RehearsalResult({
      issue: { id: 'i1', newsletter: newsletterSource(['en']) },
      report: {
        counts: [],
        languages: [
          { locale: 'en', subject: 'One', mails: 3, htmlBytes: 2048, largestBytes: 4096, findings },
        ],
        faults: [],
        arrived: 3,
        readWhole: 1,
        needSmtpUtf8: 0,
        tookMs: 1000,
      },
      context: timedContext({ i18n: { language } }, 'Europe/Brussels'),
    }),
  )

test('what was found in a language leads to where it is told one by one', () => {
  expect(shown('en', [finding('stop', 'too-large'), finding('warn', 'no-alt')])).toContain(
    '<a href="/admin/collections/issues/i1/preview?edition=en">1 to mend and 1 to look at</a>',
  )
})

test('findings are listed as the language of the interface lists things', () => {
  expect(shown('ar', [finding('stop', 'too-large'), finding('warn', 'no-alt')])).not.toContain(', ')
})

test('where nothing was found there is nothing to follow', () => {
  expect(shown('en', [])).not.toContain('?edition=en')
})
