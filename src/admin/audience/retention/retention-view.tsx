import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'

import { retentionDays } from '../../../audience/retention/retention-days.ts'
import { type RetentionRuleName, retentionRuleNames } from '../../../audience/retention/retention-rules.ts'
import { lastRetentionRuns, type RetentionRun } from '../../../audience/retention/run-retention.ts'
import { databaseOf } from '../../../database/database.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import { ViewHead } from '../../view-head.tsx'
import { staffNames } from '../officer/names-of.ts'
import { OfficerAction } from '../officer/officer-action.tsx'
import { type OfficerView, officerView } from '../officer/officer-view.tsx'

const PATH = '/admin/audience/retention'
const RUNS = 60

/** For how long things about people are kept, what a run would remove now, and what the last ones removed. */
export const RetentionView = (view: AdminViewServerProps) =>
  officerView(view, { path: PATH, title: 'nav.retention' }, show)

async function show(view: OfficerView) {
  const { payload, t, texts } = view
  const days = await retentionDays(payload)
  const runs = await lastRetentionRuns(RUNS, databaseOf(payload))
  const staff = await staffNames(
    payload,
    runs.map(({ actor }) => actor),
  )
  return (
    <>
      <ViewHead
        level={1}
        title={t('nav.retention')}
        lead={t('retention.lead')}
        action={
          <div className="em-officer-do">
            <OfficerAction
              path="/api/audience/retention/try"
              label={t('retention.try')}
              texts={texts}
              isFirst
            />
            <OfficerAction
              path="/api/audience/retention/run"
              label={t('retention.run')}
              question={{ sure: t('retention.run.ask') }}
              texts={texts}
            />
          </div>
        }
      />
      <Rules days={days} runs={runs} view={view} />
      <p className="em-empty">
        <Link href="/admin/globals/retention">{t('retention.change')}</Link>
      </p>
      <section className="em-section" aria-labelledby="retention-runs">
        <h2 className="em-sub em-rule" id="retention-runs">
          {t('retention.runs')}
        </h2>
        {runs.length === 0 ? (
          <p className="em-empty">{t('retention.never')}</p>
        ) : (
          <Runs runs={runs} staff={staff} view={view} />
        )}
      </section>
    </>
  )
}

interface RulesProps {
  readonly days: Readonly<Record<RetentionRuleName, number | null>>
  readonly runs: readonly RetentionRun[]
  readonly view: OfficerView
}

const Rules = ({ days, runs, view: { t, context } }: RulesProps) => (
  <ScrollArea label={t('nav.retention')}>
    <table className="em-officer-table em-officer-rows">
      <thead>
        <tr>
          <th scope="col">{t('retention.column.rule')}</th>
          <th scope="col">{t('retention.column.kept')}</th>
          <th scope="col" className="em-end">
            {t('retention.mode.tried')}
          </th>
          <th scope="col" className="em-end">
            {t('retention.mode.applied')}
          </th>
        </tr>
      </thead>
      <tbody>
        {retentionRuleNames.map((rule) => {
          const kept = days[rule]
          return (
            <tr key={rule}>
              <th scope="row">{t(`retention.rule.${rule}`)}</th>
              <td>
                {kept === null
                  ? t('retention.forever')
                  : t('retention.days', { count: kept, number: context.number(kept) })}
              </td>
              {(['tried', 'applied'] as const).map((mode) => {
                const last = runs.find((run) => run.rule === rule && run.mode === mode)
                return (
                  <td key={mode} className="em-end">
                    {last === undefined ? '–' : context.number(last.affected)}
                    {last !== undefined && (
                      <small>
                        <time dateTime={last.at.toISOString()}>{context.shortMoment(last.at)}</time>
                      </small>
                    )}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  </ScrollArea>
)

interface RunsProps {
  readonly runs: readonly RetentionRun[]
  /** Id → name. */
  readonly staff: ReadonlyMap<string, string>
  readonly view: OfficerView
}

const Runs = ({ runs, staff, view: { t, context } }: RunsProps) => (
  <ScrollArea label={t('retention.runs')}>
    <table className="em-officer-table">
      <thead>
        <tr>
          <th scope="col">{t('officer.when')}</th>
          <th scope="col">{t('retention.column.rule')}</th>
          <th scope="col">{t('retention.column.mode')}</th>
          <th scope="col" className="em-end">
            {t('retention.column.affected')}
          </th>
          <th scope="col">{t('looks.column.who')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, at, rule, mode, days, affected, actor }) => (
          <tr key={id}>
            <th scope="row">
              <time dateTime={at.toISOString()}>{context.moment(at)}</time>
            </th>
            <td>
              {t(`retention.rule.${rule}`)}
              <small>{t('retention.days', { count: days, number: context.number(days) })}</small>
            </td>
            <td>{t(`retention.mode.${mode}`)}</td>
            <td className="em-end">{context.number(affected)}</td>
            <td>
              {actor === null ? t('retention.daily') : <bdi>{staff.get(actor) ?? t('officer.gone')}</bdi>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
)
