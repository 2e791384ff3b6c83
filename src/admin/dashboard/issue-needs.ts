import type { Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { refusedIssues } from '../../ledger/issue-progress/held-domains.ts'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'
import type { Need } from './need.ts'

/**
 * Issues that wait to be sent or were paused by themselves, those of which mails wait for a decision about a domain, and sent
 * ones of which some mails failed or are in doubt.
 */
export async function issueNeeds(payload: Payload, context: ViewContext): Promise<Need[]> {
  const { t, number, language } = context
  const troubled = await troubledIssues(payload)
  const refused = await refusedIssues(databaseOf(payload))
  const { docs } = await payload.find({
    collection: 'issues',
    where: {
      or: [
        { state: { equals: 'draft' } },
        { state: { equals: 'paused' }, problem: { exists: true } },
        { id: { in: [...new Set([...troubled.keys(), ...refused.keys()])] } },
      ],
    },
    depth: 1,
    pagination: false,
    sort: '-updatedAt',
    locale: language,
    select: { newsletter: true, number: true, state: true, problem: true, contents: true, updatedAt: true },
    populate: { newsletters: { name: true } },
  })
  return docs.map(({ id, newsletter, number: issueNumber, state, problem, contents, updatedAt }): Need => {
    const issue = t('views.issue.name', {
      newsletter: typeof newsletter === 'object' ? newsletter.name : '',
      number: issueNumber,
    })
    const trouble = troubled.get(id)
    const base = {
      key: `issue-${id}`,
      href: `/admin/collections/issues/${id}/send`,
      since: new Date(updatedAt),
    }
    const stopped = state === 'paused' ? reasonText(t, 'issue', problem) : null
    if (stopped !== null)
      return {
        ...base,
        mark: 'failed',
        tone: 'bad',
        title: t('views.need.stopped.title', { issue }),
        consequence: stopped,
        verb: t('views.need.check'),
        isUrgent: true,
      }
    const waiting = refused.get(id)
    if (waiting !== undefined)
      return {
        ...base,
        mark: 'failed',
        tone: 'warn',
        title: t('views.need.refusing.title', { count: waiting, number: number(waiting), issue }),
        consequence: t('views.need.refusing.consequence'),
        verb: t('views.need.check'),
        isUrgent: true,
      }
    if (trouble !== undefined)
      return {
        ...base,
        mark: trouble.failed > 0 ? 'failed' : 'unconfirmed',
        tone: trouble.failed > 0 ? 'bad' : 'warn',
        title: t('views.need.mails.title', { count: trouble.people, number: number(trouble.people), issue }),
        consequence: t('views.need.mails.consequence'),
        verb: t('views.need.check'),
        isUrgent: true,
      }
    const count = (contents ?? []).flatMap((part) => (part.blockType === 'items' ? part.items : [])).length
    return {
      ...base,
      mark: state === 'draft' && problem ? 'failed' : 'letter',
      tone: problem ? 'bad' : 'info',
      title: t('views.need.draft.title', { issue }),
      consequence:
        reasonText(t, 'issue', problem) ??
        t('views.need.draft.consequence', { count, number: number(count) }),
      href: `/admin/collections/issues/${id}/preview`,
      verb: t('views.need.draft.verb'),
      isUrgent: Boolean(problem),
    }
  })
}

interface Trouble {
  readonly people: number
  readonly failed: number
}

async function troubledIssues(payload: Payload): Promise<Map<string, Trouble>> {
  const { rows } = await databaseOf(payload).execute<{
    issue_id: string
    people: number
    failed: number
  }>(sql`
    select issue_id, count(*)::int as people, (count(*) filter (where state = 'failed'))::int as failed
    from email_deliveries where state in ('failed', 'unconfirmed') group by issue_id
  `)
  return new Map(rows.map(({ issue_id, people, failed }) => [issue_id, { people, failed }]))
}
