import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { hasReadableSegment } from '../../dissemination/enter-issue-audience.ts'
import { type Forecast, forecastAudience } from '../../dissemination/forecast-audience.ts'
import { hindranceOf } from '../../dissemination/issue-hindrance.ts'
import type { IssueSource } from '../../dissemination/issue-source.ts'
import { type IssueSchedule, scheduleOf } from '../../dissemination/schedule/schedule-issue.ts'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import { isFallback, isHeld, peopleFor, peopleIn, peopleOf } from './counts.ts'
import { issueName } from './issue-name.ts'
import { LanguageBars } from './language-bars.tsx'
import { LanguageGate } from './language-gate.tsx'
import { problemOf } from './problem-of.ts'
import { ReasonList } from './reason-list.tsx'
import { ScheduleControls, Unschedule } from './schedule/schedule-controls.tsx'
import { SendButton } from './send-button.tsx'

export interface SendingProps {
  readonly issue: IssueSource
  readonly payload: Payload
  readonly context: ViewContext
}

/** Whom the issue would reach if it were sent now, what becomes of each language, and what sends it now or later. */
export async function BeforeSending({ issue, payload, context }: SendingProps) {
  const schedule = await scheduleOf(issue.id, databaseOf(payload))
  const forecast = hasReadableSegment(issue) ? await forecastAudience(payload, issue) : null
  const hindrance = forecast === null ? 'bad-segment' : hindranceOf(issue, forecast.languages)
  if (forecast === null || hindrance !== null) {
    const { t } = context
    return (
      <ViewHead
        over={issueName(issue, context)}
        title={t('views.send.not.title')}
        lead={reasonText(t, 'issue', hindrance)}
        action={schedule === null ? undefined : <Unschedule issueId={issue.id} context={context} />}
      />
    )
  }
  return (
    <Sendable issue={issue} payload={payload} context={context} schedule={schedule} forecast={forecast} />
  )
}

interface SendableProps extends SendingProps {
  readonly schedule: IssueSchedule | null
  readonly forecast: Forecast
}

async function Sendable({ issue, payload, context, schedule, forecast }: SendableProps) {
  const { t, number } = context
  const { counts, languages } = forecast
  const problem = reasonText(t, 'issue', await problemOf(payload, issue.id))
  const held = peopleFor(counts, 'language-held')
  const nothing = peopleIn(counts, 'skipped')
  const getting = peopleIn(counts, 'planned')
  return (
    <>
      <Head issue={issue} context={context} schedule={schedule} forecast={forecast} />
      {issue.segment !== null && (
        <p className="em-note">
          {t('views.send.segment', {
            name: issue.segment.name,
            outside: number(peopleFor(counts, 'not-in-segment')),
          })}
        </p>
      )}
      {problem !== null && <p className="em-note em-note-bad">{t('views.send.problem', { problem })}</p>}
      <p className="em-note">
        {t('views.ready.frozen', {
          now: number(getting - held),
          held: number(held),
          nothing: number(nothing),
          all: number(getting + nothing),
        })}
      </p>
      <LanguageGate issue={issue} languages={languages} counts={counts} context={context} />
      <ScheduleControls issueId={issue.id} schedule={schedule} context={context} />
      <LanguageBars
        order={issue.newsletter.locales}
        counts={counts.filter(({ state }) => state === 'planned')}
        segments={[
          {
            key: 'own',
            tone: 'reach',
            label: t('views.send.own'),
            holds: (count) => !isFallback(count) && !isHeld(count),
          },
          {
            key: 'fallback',
            tone: 'fallback',
            label: t('views.send.fallback'),
            holds: (count) => isFallback(count) && !isHeld(count),
          },
          { key: 'held', tone: 'rest', label: t('views.ready.held'), holds: isHeld },
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

function Head({ issue, context, schedule, forecast }: Omit<SendableProps, 'payload'>) {
  const { t, number, momentIn } = context
  const over = issueName(issue, context)
  if (schedule !== null) {
    const { at, timeZone } = schedule
    return (
      <ViewHead
        over={over}
        title={t('views.schedule.for', { when: momentIn(at, timeZone), zone: timeZone })}
        lead={t('views.schedule.lead')}
        action={<Unschedule issueId={issue.id} context={context} />}
      />
    )
  }
  const getting = peopleIn(forecast.counts, 'planned')
  const readers = { count: getting, number: number(getting) }
  // Those who wait for their language are no mails yet.
  const atOnce = getting - peopleFor(forecast.counts, 'language-held')
  const amount = { count: atOnce, number: number(atOnce) }
  const editions = forecast.editions.length
  return (
    <ViewHead
      over={over}
      title={t('views.send.before.title', readers)}
      lead={t('views.send.before.lead', { count: editions, number: number(editions) })}
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
            'no-event': t('views.reason.issue.no-event'),
            'no-edition': t('views.reason.issue.no-edition'),
            'bad-segment': t('views.reason.issue.bad-segment'),
            unreachable: t('views.unreachable'),
          }}
        />
      }
    />
  )
}
