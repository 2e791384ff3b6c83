import Link from 'next/link'

import type { CameBy, LeftBy, Turn } from '../../../audience/numbers/growth.ts'
import { shown, shownParts } from '../../../audience/numbers/small-cells.ts'
import { waysOf, weeksOf } from '../../../audience/numbers/weeks-of.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import { GrowthChart } from './growth-chart.tsx'
import type { NumbersContext, ShownWeek } from './numbers-context.ts'
import { PeopleBars, type PeopleRow } from './people-bars.tsx'
import { weekName } from './week-name.ts'

interface GrowthProps {
  readonly turns: Promise<readonly Turn[]>
  /** In weeks. */
  readonly choices: readonly number[]
  readonly context: NumbersContext
}

/** Who came and who left, week by week, as a picture and as a table; and by which ways. */
export async function Growth({ turns, choices, context }: GrowthProps) {
  const { t, seesAll, today, weeks: count, people } = context
  const every = weeksOf(await turns, today, count)
  const first = every[0]?.monday ?? today
  const inPeriod = (await turns).filter(({ day }) => day >= first)
  const weeks = every.map(
    ({ monday, came, left }): ShownWeek => ({
      monday,
      came: shown(came, seesAll),
      left: shown(left, seesAll),
    }),
  )
  const { came, left } = waysOf(inPeriod)
  const rows = (ways: ReadonlyMap<CameBy | LeftBy, number>): PeopleRow[] =>
    shownParts(
      [...ways].map(([key, number]) => ({ key, people: number })).sort((a, b) => b.people - a.people),
      seesAll,
    ).map((part) => ({ ...part, label: t(`numbers.way.${part.key}`) }))
  const sum = (ways: ReadonlyMap<string, number>): string =>
    people(
      shown(
        [...ways.values()].reduce((total, each) => total + each, 0),
        seesAll,
      ),
    )
  const told = t('numbers.growth.told', { came: sum(came), left: sum(left) })
  return (
    <section className="em-section" aria-labelledby="em-growth">
      <div className="em-section-head em-rule">
        <h2 id="em-growth" className="em-audience-title">
          {t('numbers.growth')}
        </h2>
        <nav aria-label={t('numbers.growth.period')} className="em-audience-choices">
          {choices.map((weeksBack) => (
            <Link
              key={weeksBack}
              href={`/admin/audience?weeks=${weeksBack}`}
              aria-current={weeksBack === count ? 'true' : undefined}
              prefetch={false}
            >
              {t('numbers.growth.weeks', { count: weeksBack, number: context.number(weeksBack) })}
            </Link>
          ))}
        </nav>
      </div>
      <p className="em-audience-told">{told}</p>
      <ScrollArea label={t('numbers.growth')}>
        <GrowthChart weeks={weeks} told={told} context={context} />
      </ScrollArea>
      <details className="em-audience-rest">
        <summary>{t('numbers.growth.table')}</summary>
        <table className="em-bars" aria-label={t('numbers.growth')}>
          <thead>
            <tr>
              <th scope="col">{t('numbers.growth.week')}</th>
              <th scope="col" className="em-end">
                {t('numbers.growth.came')}
              </th>
              <th scope="col" className="em-end">
                {t('numbers.growth.left')}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map(({ monday, ...week }) => (
              <tr key={monday}>
                <th scope="row">{weekName(monday, context.language, { year: true })}</th>
                <td className="em-end">{people(week.came)}</td>
                <td className="em-end">{people(week.left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <div className="em-two em-audience-two">
        <PeopleBars title={t('numbers.came-by')} of={t('numbers.way')} rows={rows(came)} context={context} />
        <PeopleBars title={t('numbers.left-by')} of={t('numbers.way')} rows={rows(left)} context={context} />
      </div>
    </section>
  )
}
