import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import type { IssueSource } from '../../dissemination/issue-source.ts'
import { decisionsOf, type MailDecision } from '../../ledger/mail-decisions.ts'
import type { ViewContext } from '../view-context.ts'
import { AskButton } from './ask-button.tsx'

interface DecideButtonsProps {
  readonly issue: Pick<IssueSource, 'id' | 'state'>
  readonly state: MailDecision['state']
  readonly people: number
  /** Only those with this reason. @default any */
  readonly reason?: string | null
  /** Which those are, read out with each button. */
  readonly about?: string
  readonly context: ViewContext
}

/** What a person may decide about mails that the program may not decide about by itself. */
export function DecideButtons({ issue, reason = null, ...rest }: DecideButtonsProps) {
  return <Decision path={`/api/issues/${issue.id}/decide`} data={{ reason }} issue={issue} {...rest} />
}

interface DecideOneProps extends Pick<DecideButtonsProps, 'issue' | 'context'> {
  readonly deliveryId: string
  readonly about: string
}

/** The same about one mail in doubt. */
export function DecideOne({ issue, deliveryId, about, context }: DecideOneProps) {
  return (
    <Decision
      path={`/api/issues/${issue.id}/decide-one`}
      data={{ deliveryId }}
      issue={issue}
      state="unconfirmed"
      people={1}
      assume={context.t('views.cockpit.mails.assume')}
      about={about}
      context={context}
    />
  )
}

interface DecisionProps extends Omit<DecideButtonsProps, 'reason'> {
  readonly path: string
  /** What the first button says. @default that they are taken as arrived */
  readonly assume?: string
  /** What they are. */
  readonly data: Readonly<Record<string, unknown>>
}

function Decision({ path, data, assume, issue, state, people, about, context }: DecisionProps) {
  const { t, number } = context
  if (people === 0) return null
  const amount = { count: people, number: number(people) }
  const shared = {
    sure: t('views.send.decide.sure'),
    keep: t('views.send.decide.keep'),
    notNow: t('views.send.notNow'),
    unreachable: t('views.unreachable'),
  }
  const named = about === undefined ? {} : { about }
  const again = state === 'failed' ? 'views.send.failed.again' : 'views.send.again'
  return (
    <div className="em-actions">
      {state === 'unconfirmed' && (
        <AskButton
          path={path}
          data={{ ...data, what: 'assumed', state }}
          {...named}
          texts={{
            ...shared,
            label: assume ?? t('views.send.assume'),
            ask: t('views.send.assume.ask', amount),
          }}
        />
      )}
      {issue.state !== 'cancelled' && (
        <AskButton
          path={path}
          data={{ ...data, what: 'again', state }}
          {...named}
          texts={{ ...shared, label: t(again), ask: t(`${again}.ask`, amount) }}
        />
      )}
    </div>
  )
}

interface DecidedProps {
  readonly issue: IssueSource
  readonly payload: Payload
  readonly context: ViewContext
}

/** Who decided what, so that numbers that a person moved can be told from those that the mail service gave. */
export async function Decided({ issue, payload, context: { t, number, moment } }: DecidedProps) {
  const decisions = await decisionsOf(issue.id, databaseOf(payload))
  if (decisions.length === 0) return null
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: [...new Set(decisions.map(({ actor }) => actor))] } },
    depth: 0,
    pagination: false,
  })
  const names = new Map(docs.map(({ id, name }) => [String(id), name]))
  return (
    <section className="em-section" aria-labelledby="em-decided">
      <h3 id="em-decided" className="em-rule">
        {t('views.send.decisions')}
      </h3>
      <ul className="em-decided">
        {decisions.map(({ what, mails, actor, at }) => (
          <li key={at.getTime()}>
            {t(`views.send.decided.${what}`, {
              count: mails,
              number: number(mails),
              who: names.get(actor) ?? '–',
              when: moment(at),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
