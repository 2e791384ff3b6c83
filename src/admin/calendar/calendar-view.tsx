import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { mayPublish, readsEveryDraft } from '../../access/roles.ts'
import { services } from '../../channels/services.ts'
import { databaseOf } from '../../database/database.ts'
import { goingOut } from '../../ledger/going-out.ts'
import { ScrollArea } from '../scroll-area.tsx'
import { networkContext, type ViewContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { CALENDAR } from './calendar-place.ts'
import { DayCell } from './day-cell.tsx'
import { type DayEntry, entriesByDay } from './day-entries.ts'
import { ExportForm } from './export-form.tsx'
import { boundsOf, dayIn, type Month, monthOf } from './month.ts'

const finalServices = services.filter(({ capabilities }) => capabilities.isFinal).map(({ name }) => name)

/** What goes out and went out in a month, over channels, newsletters and planned publications. For staff. */
export async function CalendarView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (user === null) redirect(`/admin/login?redirect=${encodeURIComponent(CALENDAR)}`)
  const context = await networkContext(req)
  const { t } = context
  const steps = [{ label: t('views.calendar.title') }]
  if (!readsEveryDraft(user))
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('views.calendar.title')} lead={t('views.calendar.closed')} />
      </ViewFrame>
    )
  const { timeZone } = await payload.findGlobal({ slug: 'network', depth: 0 })
  const today = dayIn(new Date(), timeZone)
  const month = monthOf(view.searchParams?.month, today)
  const { from, to } = boundsOf(month, timeZone)
  const found = await goingOut({ from, to, finalServices }, databaseOf(payload))
  const days = await entriesByDay(payload, found, { timeZone, language: context.language })
  const title = monthTitle(month.name, context)
  const planned = found.filter(({ state }) => state === 'planned').length
  const held = found.filter(({ state }) => state === 'held').length
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead
        level={1}
        over={t('views.calendar.title')}
        title={title}
        lead={[
          t('views.calendar.planned', { count: planned }),
          t('views.calendar.held', { count: held }),
          t('views.calendar.zone', { timeZone }),
        ].join(' ')}
        action={
          <nav className="em-actions" aria-label={t('views.calendar.months')}>
            <Link className="em-button" href={`${CALENDAR}?month=${month.previous}`} prefetch={false}>
              {monthTitle(month.previous, context)}
            </Link>
            <Link className="em-button" href={`${CALENDAR}?month=${month.next}`} prefetch={false}>
              {monthTitle(month.next, context)}
            </Link>
          </nav>
        }
      />
      <Weeks month={month} days={days} today={today} title={title} context={context} />
      {mayPublish(user) && <ExportForm month={month.name} t={t} language={context.language} />}
    </ViewFrame>
  )
}

interface WeeksProps {
  readonly month: Month
  readonly days: ReadonlyMap<string, readonly DayEntry[]>
  readonly today: string
  readonly title: string
  readonly context: ViewContext
}

function Weeks({ month, days, today, title, context }: WeeksProps) {
  const weekday = new Intl.DateTimeFormat(context.language, { weekday: 'short', timeZone: 'UTC' })
  return (
    <ScrollArea label={title}>
      <table className="em-calendar">
        <thead>
          <tr>
            {(month.weeks[0] ?? []).map((day) => (
              <th key={day} scope="col">
                {weekday.format(new Date(`${day}T00:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  day={day}
                  isToday={day === today}
                  isOutside={!day.startsWith(month.name)}
                  entries={days.get(day) ?? []}
                  context={context}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

const monthTitle = (name: string, { language }: ViewContext): string =>
  new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${name}-01T00:00:00Z`))
