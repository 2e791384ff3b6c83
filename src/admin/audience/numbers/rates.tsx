import Link from 'next/link'
import type { Payload } from 'payload'
import type { ReactNode } from 'react'

import {
  complaintLimits,
  complaintState,
  issueRates,
  type MailRate,
  type RateState,
  ratesSince,
} from '../../../audience/numbers/mail-rates.ts'
import { shown } from '../../../audience/numbers/small-cells.ts'
import { databaseOf } from '../../../database/database.ts'
import { translator } from '../../../i18n/translator.ts'
import { Mark, type MarkName, type Tone } from '../../marks.tsx'
import { ScrollArea } from '../../scroll-area.tsx'
import type { NumbersContext } from './numbers-context.ts'

const ISSUES = 8
const PERIODS = [30, 90] as const
const DAY_MS = 86_400_000

interface RatesProps {
  readonly payload: Payload
  readonly now: Date
  readonly context: NumbersContext
}

/** How much mail came back or was marked as spam, beside what mailbox providers put up with. */
export async function Rates({ payload, now, context }: RatesProps) {
  const { t } = context
  const database = databaseOf(payload)
  const lines: { readonly key: string; readonly name: ReactNode; readonly rate: MailRate }[] = []
  for (const days of PERIODS)
    lines.push({
      key: `${days}`,
      name: t('numbers.rates.days', { count: days, number: context.number(days) }),
      rate: await ratesSince(new Date(now.getTime() - days * DAY_MS), database),
    })
  const issues = await issueRates(ISSUES, database)
  const names = await issueNames(
    payload,
    issues.map(({ issueId }) => issueId),
    context,
  )
  for (const { issueId, ...rate } of issues)
    lines.push({
      key: issueId,
      name: (
        <Link href={`/admin/collections/issues/${issueId}/send`} prefetch={false}>
          {names.get(issueId) ?? t('numbers.gone')}
        </Link>
      ),
      rate,
    })
  return (
    <section className="em-section" aria-labelledby="em-rates">
      <h2 id="em-rates" className="em-rule em-audience-title">
        {t('numbers.rates')}
      </h2>
      {lines.every(({ rate }) => rate.accepted === 0) ? (
        <p className="em-empty">{t('numbers.rates.none')}</p>
      ) : (
        <ScrollArea label={t('numbers.rates')}>
          <RatesTable lines={lines} context={context} />
        </ScrollArea>
      )}
      <p className="em-quiet">
        {t('numbers.rates.limits', {
          watch: rateText(complaintLimits.watch, context),
          stop: rateText(complaintLimits.stop, context),
        })}
      </p>
    </section>
  )
}

interface TableProps {
  readonly lines: readonly { readonly key: string; readonly name: ReactNode; readonly rate: MailRate }[]
  readonly context: NumbersContext
}

function RatesTable({ lines, context }: TableProps) {
  const { t, number } = context
  return (
    <table className="em-bars em-audience-rates">
      <thead>
        <tr>
          <th scope="col">{t('numbers.rates.of')}</th>
          <th scope="col" className="em-end">
            {t('numbers.rates.accepted')}
          </th>
          <th scope="col" className="em-end">
            {t('numbers.rates.bounced')}
          </th>
          <th scope="col" className="em-end">
            {t('numbers.rates.complained')}
          </th>
          <th scope="col">{t('numbers.rates.state')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, rate }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="em-end">{number(rate.accepted)}</td>
            <td className="em-end">{shareText(rate.bounced, rate.accepted, context)}</td>
            <td className="em-end">{shareText(rate.complained, rate.accepted, context)}</td>
            <td>
              <State state={complaintState(rate)} context={context} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const looks: Readonly<Record<RateState, { readonly mark: MarkName; readonly tone: Tone }>> = {
  none: { mark: 'missing', tone: 'quiet' },
  fine: { mark: 'current', tone: 'ok' },
  watch: { mark: 'unconfirmed', tone: 'warn' },
  stop: { mark: 'outdated', tone: 'bad' },
}

function State({ state, context: { t } }: { readonly state: RateState; readonly context: NumbersContext }) {
  const { mark, tone } = looks[state]
  return (
    <span className="em-standing">
      <Mark name={mark} tone={tone} />
      <b>{t(`numbers.rates.state.${state}`)}</b>
    </span>
  )
}

/** A share of few mails can be turned back into their number, so it is kept back with it. */
function shareText(part: number, all: number, context: NumbersContext): string {
  if (all === 0) return '–'
  const known = shown(part, context.seesAll)
  return known === null ? context.people(null) : `${rateText(part / all, context)} (${context.number(part)})`
}

const rateText = (share: number, { language }: NumbersContext): string =>
  new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'percent', maximumFractionDigits: 2 }).format(share)

async function issueNames(
  payload: Payload,
  ids: readonly string[],
  { language }: NumbersContext,
): Promise<ReadonlyMap<string, string>> {
  const { docs } = await payload.find({
    collection: 'issues',
    where: { id: { in: [...ids] } },
    depth: 1,
    pagination: false,
    locale: language,
    select: { newsletter: true, number: true },
    populate: { newsletters: { name: true } },
  })
  const t = translator(language, 'admin')
  return new Map(
    docs.map(({ id, newsletter, number }) => [
      String(id),
      t('views.issue.name', {
        newsletter: typeof newsletter === 'object' ? newsletter.name : '',
        number,
      }),
    ]),
  )
}
