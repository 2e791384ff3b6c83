import type { AdminViewServerProps } from 'payload'
import { Suspense } from 'react'

import { isDataOfficer, seesAudienceNumbers } from '../../../access/data-officers.ts'
import { facetCounts } from '../../../audience/numbers/facet-counts.ts'
import { growth } from '../../../audience/numbers/growth.ts'
import { peopleNow } from '../../../audience/numbers/people-now.ts'
import { shown } from '../../../audience/numbers/small-cells.ts'
import { dayIn, daysBefore, mondayOf } from '../../../audience/numbers/weeks-of.ts'
import { databaseOf } from '../../../database/database.ts'
import { directionOf } from '../../../i18n/locales.ts'
import { translator } from '../../../i18n/translator.ts'
import { networkContext } from '../../view-context.ts'
import { ViewFrame } from '../../view-frame.tsx'
import { ViewHead } from '../../view-head.tsx'
import { Change } from './change.tsx'
import { Growth } from './growth.tsx'
import type { NumbersContext } from './numbers-context.ts'
import { Rates } from './rates.tsx'
import { Shares } from './shares.tsx'
import { Wanted } from './wanted.tsx'

const LONG_WEEKS = 52
const SHORT_WEEKS = 26

/** How many people are reached, who they are as numbers, who came and left, and what came of their mails. */
export async function NumbersView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  const base = await networkContext(req)
  const t = translator(base.language, 'audience')
  const steps = [{ label: t('nav.numbers') }]
  if (!seesAudienceNumbers(user))
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('nav.numbers')} lead={t('numbers.closed')} />
      </ViewFrame>
    )

  const now = new Date()
  const database = databaseOf(payload)
  const context: NumbersContext = {
    ...base,
    t,
    seesAll: isDataOfficer(user),
    isRtl: directionOf(base.language) === 'rtl',
    today: dayIn(now, base.timeZone),
    weeks: view.searchParams?.weeks === String(SHORT_WEEKS) ? SHORT_WEEKS : LONG_WEEKS,
    people: (value) => (value === null ? t('numbers.few') : base.number(value)),
  }
  const { today, weeks, seesAll, people } = context
  // Two days more than a week: its Monday may begin yesterday in another zone.
  const since = new Date(`${daysBefore(mondayOf(today), (weeks - 1) * 7 + 2)}T00:00:00Z`)
  const turns = growth({ since, timeZone: context.timeZone }, database)
  // Awaited where it is shown; until then a failure must not end the process.
  turns.catch(() => undefined)
  const { reached, paused, suppressed, byFirstLanguage } = await peopleNow(now, database)
  const facets = await facetCounts(database)
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead
        level={1}
        title={titleOf(shown(reached, seesAll), context)}
        lead={t(seesAll ? 'numbers.lead.all' : 'numbers.lead')}
      />
      <dl className="em-strip em-audience-strip">
        <Suspense fallback={<Figure term={t('numbers.change')} value="…" />}>
          <Change turns={turns} context={context} />
        </Suspense>
        <Figure term={t('numbers.paused')} value={people(shown(paused, seesAll))} />
        <Figure term={t('numbers.suppressed')} value={people(shown(suppressed, seesAll))} />
      </dl>
      <Suspense fallback={<p className="em-empty">{t('numbers.counting')}</p>}>
        <Growth turns={turns} choices={[SHORT_WEEKS, LONG_WEEKS]} context={context} />
      </Suspense>
      <Shares firstLanguages={byFirstLanguage} facets={facets} database={database} context={context} />
      <Suspense fallback={<p className="em-empty">{t('numbers.counting')}</p>}>
        <Rates payload={payload} now={now} context={context} />
      </Suspense>
      <Suspense fallback={<p className="em-empty">{t('numbers.counting')}</p>}>
        <Wanted facets={facets} since={since} database={database} context={context} />
      </Suspense>
    </ViewFrame>
  )
}

function titleOf(reached: number | null, { t, number }: NumbersContext): string {
  if (reached === null) return t('numbers.title.few')
  return reached === 0
    ? t('numbers.title.none')
    : t('numbers.title', { count: reached, number: number(reached) })
}

function Figure({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
