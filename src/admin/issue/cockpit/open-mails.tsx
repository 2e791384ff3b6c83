import type { Payload } from 'payload'

import { databaseOf } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { openMails, shortCode } from '../../../ledger/issue-progress/open-questions.ts'
import { LanguageName } from '../../language-name.tsx'
import { reasonText } from '../../reasons.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import type { ViewContext } from '../../view-context.ts'
import { DecideOne } from '../decisions.tsx'
import { nearMoment } from './near-moment.ts'

const PER_PAGE = 20

interface OpenMailsProps {
  readonly issue: Pick<IssueSource, 'id' | 'state'>
  /** In doubt, over all pages. */
  readonly people: number
  /** From 1. */
  readonly page: number
  readonly payload: Payload
  readonly context: ViewContext
}

/** Mails in doubt one by one, each by a code and never by an address. */
export async function OpenMails({ issue, people, page, payload, context }: OpenMailsProps) {
  const { t, number } = context
  const pages = Math.max(1, Math.ceil(people / PER_PAGE))
  const current = Math.min(Math.max(page, 1), pages)
  const mails = await openMails(
    { issueId: issue.id, state: 'unconfirmed' },
    { from: (current - 1) * PER_PAGE, limit: PER_PAGE },
    databaseOf(payload),
  )
  if (mails.length === 0) return null
  return (
    <>
      <ScrollArea label={t('views.cockpit.mails')}>
        <table className="em-bars em-doubt" aria-label={t('views.cockpit.mails')}>
          <thead>
            <tr>
              {(['mail', 'when', 'what', 'otherwise'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`views.cockpit.mails.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mails.map(({ id, locale, reason, at }) => (
              <tr key={id}>
                <th scope="row">
                  <code dir="ltr">{shortCode(id)}</code> {locale !== null && <LanguageName locale={locale} />}
                </th>
                <td>{nearMoment(at, context)}</td>
                <td>{reasonText(t, 'mail', reason) ?? t('views.reason.none')}</td>
                <td>
                  <DecideOne issue={issue} deliveryId={id} about={shortCode(id)} context={context} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {pages > 1 && (
        <nav className="em-actions" aria-label={t('views.cockpit.mails')}>
          {current > 1 && (
            <a className="em-button" href={`?page=${current - 1}`}>
              {t('views.cockpit.mails.earlier')}
            </a>
          )}
          <span>{t('views.cockpit.mails.page', { page: number(current), pages: number(pages) })}</span>
          {current < pages && (
            <a className="em-button" href={`?page=${current + 1}`}>
              {t('views.cockpit.mails.later')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
