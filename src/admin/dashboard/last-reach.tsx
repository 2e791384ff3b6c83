import Link from 'next/link'
import type { Payload } from 'payload'

import { type Asker, mayPublish } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { issueCounts } from '../../ledger/issue-report.ts'
import { isFallback, peopleIn } from '../issue/counts.ts'
import { LanguageBars } from '../issue/language-bars.tsx'
import type { ViewContext } from '../view-context.ts'

interface LastReachProps {
  readonly payload: Payload
  readonly user: Asker
  readonly context: ViewContext
}

/** How many readers got the last issue, and in which language. For those who may see an issue's numbers. */
export async function LastReach({ payload, user, context }: LastReachProps) {
  if (!mayPublish(user)) return null
  const { t, number, language } = context
  const { docs } = await payload.find({
    collection: 'issues',
    where: { state: { equals: 'sent' } },
    sort: '-sentAt',
    limit: 1,
    depth: 1,
    locale: language,
    select: { newsletter: true, number: true },
    populate: { newsletters: { name: true } },
  })
  const [issue] = docs
  if (issue === undefined) return null
  const counts = (await issueCounts(issue.id, databaseOf(payload))).filter(
    ({ state }) => state === 'submitted',
  )
  const all = peopleIn(counts, 'submitted')
  if (all === 0) return null
  const own = peopleIn(
    counts.filter((count) => !isFallback(count)),
    'submitted',
  )
  const name = t('views.issue.name', {
    newsletter: typeof issue.newsletter === 'object' ? issue.newsletter.name : '',
    number: issue.number,
  })
  return (
    <section className="em-section" aria-labelledby="em-reach">
      <h3 id="em-reach" className="em-rule em-quiet">
        <Link href={`/admin/collections/issues/${issue.id}/send`} prefetch={false}>
          {t('views.dashboard.reach', { issue: name })}
        </Link>
      </h3>
      <p className="em-figure">{t('views.dashboard.percent', { percent: Math.round((own / all) * 100) })}</p>
      <p className="em-quiet">
        {t('views.dashboard.reach.own', { count: all, own: number(own), number: number(all) })}
      </p>
      <LanguageBars
        counts={counts}
        segments={[
          { key: 'own', tone: 'reach', label: t('views.send.own'), holds: (count) => !isFallback(count) },
          { key: 'fallback', tone: 'fallback', label: t('views.send.fallback'), holds: isFallback },
        ]}
        context={context}
      />
    </section>
  )
}
