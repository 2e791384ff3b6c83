import type { TestOutcome } from '../../dissemination/send-test.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ViewContext } from '../view-context.ts'

/** What the test button says, before and after. */
export type TestTexts = Readonly<Record<TestOutcome | 'send' | 'sending' | 'unreachable', string>>

export function testTexts(locale: Locale, { t, languageName }: ViewContext): TestTexts {
  const language = languageName(locale)
  return {
    send: t('views.preview.test', { language }),
    sending: t('views.preview.test.sending'),
    submitted: t('views.preview.test.submitted', { language }),
    unconfirmed: t('views.preview.test.unconfirmed'),
    failed: t('views.preview.test.failed'),
    'no-edition': t('views.reason.issue.no-edition'),
    'edition-refused': t('views.reason.issue.edition-refused'),
    unreachable: t('views.unreachable'),
  }
}
