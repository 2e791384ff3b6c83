import type { DocumentViewServerProps, Payload } from 'payload'

import { databaseOf } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { editionUrl } from '../../../dissemination/render-issue.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { correctionsOf, type EditionCorrection, MAX_CORRECTION } from '../../../ledger/edition-corrections.ts'
import { publicLocalesOfIssue } from '../../../ledger/public-editions.ts'
import { LanguageName } from '../../language-name.tsx'
import type { ViewContext } from '../../view-context.ts'
import { ViewHead } from '../../view-head.tsx'
import { inOrder } from '../in-order.ts'
import { issueName } from '../issue-name.ts'
import { type IssueView, issueView } from '../issue-view.tsx'
import { CorrectionForm } from './correction-form.tsx'

/** What readers find of the issue on the site, and a word about it where something was wrong. */
export const ArchiveView = (props: DocumentViewServerProps) => issueView(props, 'archive', show)

async function show({ issue, payload, context }: IssueView) {
  const { t } = context
  const database = databaseOf(payload)
  const editions = (await publicLocalesOfIssue(issue.id, database)).map((locale) => ({ locale }))
  const locales = editions.sort(inOrder(issue.newsletter.locales)).map(({ locale }) => locale)
  const corrections = await correctionsOf(issue.id, database)
  const names = await namesOf(payload, corrections)
  const isEmpty = locales.length === 0
  return (
    <>
      <ViewHead
        over={issueName(issue, context)}
        title={t(isEmpty ? 'views.corrections.none.title' : 'views.corrections.title', {
          count: locales.length,
        })}
        lead={t(isEmpty ? 'views.corrections.none.lead' : 'views.corrections.lead')}
      />
      <ul className="em-corrections">
        {locales.map((locale) => (
          <Edition
            key={locale}
            issue={issue}
            locale={locale}
            said={corrections.filter((each) => each.locale === locale)}
            names={names}
            context={context}
          />
        ))}
      </ul>
    </>
  )
}

interface EditionProps {
  readonly issue: IssueSource
  readonly locale: Locale
  /** Newest first. */
  readonly said: readonly EditionCorrection[]
  readonly names: ReadonlyMap<string, string>
  readonly context: ViewContext
}

function Edition({ issue, locale, said, names, context }: EditionProps) {
  const { t, moment, languageName, number } = context
  const standing = said[0]?.note ?? ''
  return (
    <li>
      <details open={standing !== ''}>
        <summary>
          <LanguageName locale={locale} />
          {standing !== '' && <span className="em-tag">{t('views.corrections.corrected')}</span>}
        </summary>
        <p>
          <a href={editionUrl(issue, locale)} target="_blank" rel="noreferrer">
            {t('views.corrections.open')}
          </a>
        </p>
        <CorrectionForm
          issueId={issue.id}
          locale={locale}
          standing={standing}
          texts={{
            note: t('views.corrections.note', { language: languageName(locale) }),
            hint: t('views.corrections.hint'),
            publish: t('views.corrections.publish'),
            published: t('views.corrections.published'),
            'nothing-new': t('views.corrections.nothing-new'),
            'too-long': t('views.corrections.too-long', { number: number(MAX_CORRECTION) }),
            unreachable: t('views.unreachable'),
          }}
        />
        {said.length > 0 && (
          <>
            <h4>{t('views.corrections.earlier')}</h4>
            <ol className="em-said">
              {said.map(({ note, actor, at }) => (
                <li key={at.getTime()}>
                  <small>
                    {t('views.corrections.by', { who: names.get(actor) ?? '–', when: moment(at) })}
                  </small>
                  {note === '' ? (
                    <p className="em-quiet">{t('views.corrections.takenBack')}</p>
                  ) : (
                    <p lang={locale} dir="auto">
                      {note}
                    </p>
                  )}
                </li>
              ))}
            </ol>
          </>
        )}
      </details>
    </li>
  )
}

async function namesOf(
  payload: Payload,
  corrections: readonly EditionCorrection[],
): Promise<ReadonlyMap<string, string>> {
  if (corrections.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: [...new Set(corrections.map(({ actor }) => actor))] } },
    depth: 0,
    pagination: false,
  })
  return new Map(docs.map(({ id, name }) => [String(id), name]))
}
