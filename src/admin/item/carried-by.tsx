import Link from 'next/link'

import type { ItemReport } from '../../dissemination/item-report.ts'
import { LanguageName } from '../language-name.tsx'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'

type Edition = ItemReport['editions'][number]

interface CarriedByProps {
  readonly editions: readonly Edition[]
  readonly context: ViewContext
}

/** The newsletters' editions that the item was part of, and to how many people they were submitted. */
export function CarriedBy({ editions, context }: CarriedByProps) {
  const { t } = context
  const issues = Map.groupBy(editions, ({ issueId }) => issueId)
  return (
    <section className="em-section" aria-labelledby="em-carried">
      <h3 id="em-carried" className="em-rule">
        {t('views.item.newsletters')}
      </h3>
      {editions.length === 0 && <p className="em-empty">{t('views.item.newsletters.none')}</p>}
      {[...issues].map(([issueId, ofIssue]) => (
        <IssueEditions key={issueId} issueId={issueId} editions={ofIssue} context={context} />
      ))}
    </section>
  )
}

interface IssueEditionsProps extends CarriedByProps {
  readonly issueId: string
}

function IssueEditions({ issueId, editions, context }: IssueEditionsProps) {
  const { t, number, languageName } = context
  const [{ newsletterName, issueNumber } = { newsletterName: '', issueNumber: 0 }] = editions
  return (
    <>
      <h4 className="em-sub">
        <Link href={`/admin/collections/issues/${issueId}/send`}>
          {t('views.issue.name', { newsletter: newsletterName, number: issueNumber })}
        </Link>
      </h4>
      <ul className="em-rows">
        {editions.map(({ editionLocale, shownIn, reason, submitted }) => (
          <li key={editionLocale}>
            <span className="em-rows-name">
              <LanguageName locale={editionLocale} />
            </span>
            <span className="em-quiet">
              {shownIn === null
                ? reasonText(t, 'edition', reason)
                : shownIn !== editionLocale &&
                  t('views.item.newsletters.shownIn', { language: languageName(shownIn) })}
            </span>
            <span className="em-rows-end em-number">
              {shownIn === null
                ? t('views.item.newsletters.leftOut')
                : t('views.item.newsletters.readers', { count: submitted, number: number(submitted) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
