import type { DocumentViewServerProps } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { readIssue } from '../../dissemination/issue-source.ts'
import { directionOf, type Locale } from '../../i18n/locales.ts'
import { DocumentFrame } from '../document-frame.tsx'
import { reasonText } from '../reasons.ts'
import { viewContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import { EditionChoice } from './edition-choice.tsx'
import { EditionContents } from './edition-contents.tsx'
import { EditionFacts } from './edition-facts.tsx'
import { issueName } from './issue-name.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { editionLocalesOf, shownEdition } from './shown-edition.ts'
import { TestButton } from './test-button.tsx'
import { testTexts } from './test-texts.ts'

/** An issue as its readers get it: in each language, as HTML, on a phone and as plain text. */
export async function PreviewView({ initPageResult, searchParams }: DocumentViewServerProps) {
  const { req, docID } = initPageResult
  const { payload } = req
  const context = viewContext(req)
  const { t } = context
  const issue = mayPublish(req.user) ? await readIssue(payload, String(docID)) : null
  if (issue === null) return null

  const locales = await editionLocalesOf(payload, issue)
  const wanted =
    locales.find((locale) => locale === searchParams?.edition) ?? startWith(locales, context.language)
  const isSent = issue.state !== 'draft'
  const over = issueName(issue, context)
  if (wanted === undefined)
    return (
      <DocumentFrame page={initPageResult} step={t('views.tab.preview')}>
        <ViewHead over={over} title={t('views.preview.none.title')} lead={t('views.preview.none.lead')} />
      </DocumentFrame>
    )

  const edition = await shownEdition(payload, issue, wanted)
  return (
    <DocumentFrame page={initPageResult} step={t('views.tab.preview')}>
      <ViewHead
        over={over}
        title={t(isSent ? 'views.preview.sent.title' : 'views.preview.title', { count: locales.length })}
        lead={t(isSent ? 'views.preview.sent.lead' : 'views.preview.lead')}
        action={
          !isSent && <TestButton issueId={issue.id} locale={wanted} texts={testTexts(wanted, context)} />
        }
      />
      <EditionChoice locales={locales} shown={wanted} context={context} />
      {typeof edition === 'string' ? (
        <p className="em-note em-note-bad">{reasonText(t, 'issue', edition)}</p>
      ) : (
        <div className="em-preview">
          <aside aria-label={t('views.preview.about')}>
            <EditionFacts edition={edition} context={context} />
            <EditionContents entries={edition.contents} locale={wanted} context={context} />
          </aside>
          <PreviewFrame
            key={wanted}
            html={edition.html}
            text={edition.text}
            lang={wanted}
            dir={directionOf(wanted)}
            texts={{
              group: t('views.preview.ways'),
              wide: t('views.preview.wide'),
              phone: t('views.preview.phone'),
              text: t('views.preview.text'),
              frame: t('views.preview.frame', { language: context.languageName(wanted) }),
            }}
          />
        </div>
      )}
    </DocumentFrame>
  )
}

/** The edition in the editor's own language, if there is one. Undefined: there is none at all. */
const startWith = (locales: readonly Locale[], language: Locale): Locale | undefined =>
  locales.find((locale) => locale === language) ?? locales[0]
