import type { Payload } from 'payload'

import { hasReadableSegment } from '../../dissemination/enter-issue-audience.ts'
import { forecastAudience } from '../../dissemination/forecast-audience.ts'
import type { IssueSource } from '../../dissemination/issue-source.ts'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import { isFallback, peopleFor, peopleIn, peopleOf } from './counts.ts'
import { issueName } from './issue-name.ts'
import { LanguageBars } from './language-bars.tsx'
import { problemOf } from './problem-of.ts'
import { ReasonList } from './reason-list.tsx'
import { SendButton } from './send-button.tsx'

export interface SendingProps {
  readonly issue: IssueSource
  readonly payload: Payload
  readonly context: ViewContext
}

/** Whom the issue would reach if it were sent now, and the button that sends it. */
export async function BeforeSending({ issue, payload, context }: SendingProps) {
  const { t, number } = context
  const over = issueName(issue, context)
  if (!hasReadableSegment(issue))
    return (
      <ViewHead over={over} title={t('views.send.not.title')} lead={reasonText(t, 'issue', 'bad-segment')} />
    )
  const { editions, counts } = await forecastAudience(payload, issue)
  const getting = peopleIn(counts, 'planned')
  const nothing = peopleIn(counts, 'skipped')
  const hindrance = issue.items.length === 0 ? 'no-items' : editions.length === 0 ? 'no-edition' : null
  if (hindrance !== null)
    return <ViewHead over={over} title={t('views.send.not.title')} lead={reasonText(t, 'issue', hindrance)} />

  const problem = reasonText(t, 'issue', await problemOf(payload, issue.id))
  const amount = { count: getting, number: number(getting) }
  return (
    <>
      <ViewHead
        over={over}
        title={t('views.send.before.title', amount)}
        lead={t('views.send.before.lead', { count: editions.length, number: number(editions.length) })}
        action={
          <SendButton
            issueId={issue.id}
            texts={{
              send: t('views.send.button', amount),
              ask: t('views.send.ask', amount),
              sure: t('views.send.sure', amount),
              cancel: t('views.send.cancel'),
              sending: t('views.send.handing'),
              'not-a-draft': t('views.send.alreadySent'),
              'no-items': t('views.reason.issue.no-items'),
              'no-edition': t('views.reason.issue.no-edition'),
              'bad-segment': t('views.reason.issue.bad-segment'),
              unreachable: t('views.unreachable'),
            }}
          />
        }
      />
      {issue.segment !== null && (
        <p className="em-note">
          {t('views.send.segment', {
            name: issue.segment.name,
            outside: number(peopleFor(counts, 'not-in-segment')),
          })}
        </p>
      )}
      {problem !== null && <p className="em-note em-note-bad">{t('views.send.problem', { problem })}</p>}
      <LanguageBars
        counts={counts.filter(({ state }) => state === 'planned')}
        segments={[
          { key: 'own', tone: 'reach', label: t('views.send.own'), holds: (count) => !isFallback(count) },
          { key: 'fallback', tone: 'fallback', label: t('views.send.fallback'), holds: isFallback },
        ]}
        context={context}
      />
      <ReasonList
        id="em-nothing"
        title={t('views.send.nothing', { count: nothing, number: number(nothing) })}
        rows={peopleOf(counts, 'skipped')}
        scale={Math.max(...peopleOf(counts, 'skipped').map(({ people }) => people), 1)}
        empty={t('views.send.nothing.none')}
        context={context}
      />
    </>
  )
}
