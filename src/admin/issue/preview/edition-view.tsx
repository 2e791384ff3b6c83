import type { Payload } from 'payload'

import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { directionOf, type Locale } from '../../../i18n/locales.ts'
import { reasonText } from '../../reasons.ts'
import type { ViewContext } from '../../view-context.ts'
import { ViewHead } from '../../view-head.tsx'
import { issueName } from '../issue-name.ts'
import { TestButton } from '../test-button.tsx'
import { testTexts } from '../test-texts.ts'
import { EditionChoice } from './edition-choice.tsx'
import { EditionContents } from './edition-contents.tsx'
import { EditionFacts } from './edition-facts.tsx'
import { EditionFindings } from './edition-findings.tsx'
import { heldLocales } from './held-locales.ts'
import { isOpen } from './is-open.ts'
import { matrixTexts } from './matrix-texts.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { editionLocalesOf, shownEdition } from './shown-edition.ts'

interface EditionViewProps {
  readonly issue: IssueSource
  readonly locale: Locale
  readonly payload: Payload
  readonly context: ViewContext
}

/** One edition, as large as its readers get it: on a computer, on a phone and as plain text. */
export async function EditionView({ issue, locale, payload, context }: EditionViewProps) {
  const { t, language } = context
  const isSent = !isOpen(issue) && !(await heldLocales(issue, payload)).includes(locale)
  const locales = await editionLocalesOf(payload, issue)
  const edition = await shownEdition(payload, issue, locale)
  const findings = 'refusedFor' in edition ? edition.refusedFor : edition.findings
  return (
    <>
      <ViewHead
        over={
          <>
            {issueName(issue, context)} · <a href="?">{t('views.matrix.allLanguages')}</a>
          </>
        }
        title={context.languageName(locale)}
        lead={t(isSent ? 'views.preview.sent.lead' : 'views.preview.lead')}
        action={
          !isSent && <TestButton issueId={issue.id} locale={locale} texts={testTexts(locale, context)} />
        }
      />
      <EditionChoice locales={locales} shown={locale} context={context} />
      <div className="em-preview">
        <aside aria-label={t('views.preview.about')}>
          {!('refusedFor' in edition) && <EditionFacts edition={edition} context={context} />}
          {!isSent && (
            <section aria-labelledby="em-checks">
              <h3 id="em-checks" className="em-rule">
                {t('views.lint.title')}
              </h3>
              <EditionFindings
                key={locale}
                issueId={issue.id}
                locale={locale}
                findings={findings}
                checks={'refusedFor' in edition ? 0 : edition.checks}
                texts={matrixTexts(language)}
                language={language}
              />
            </section>
          )}
          {!('refusedFor' in edition) && (
            <EditionContents entries={edition.contents} locale={locale} context={context} />
          )}
        </aside>
        {'refusedFor' in edition ? (
          <p className="em-note em-note-bad">{reasonText(t, 'issue', edition.why)}</p>
        ) : (
          <PreviewFrame
            key={locale}
            html={edition.html}
            text={edition.text}
            lang={locale}
            dir={directionOf(locale)}
            texts={{
              group: t('views.preview.ways'),
              wide: t('views.preview.wide'),
              phone: t('views.preview.phone'),
              text: t('views.preview.text'),
              scheme: t('views.matrix.scheme'),
              light: t('views.matrix.light'),
              dark: t('views.matrix.dark'),
              frame: t('views.preview.frame', { language: context.languageName(locale) }),
            }}
          />
        )}
      </div>
    </>
  )
}
