import type { ReactNode } from 'react'

import { directionOf } from '../../i18n/locales.ts'
import type { GoingOut } from '../../ledger/going-out.ts'
import { Mark, type MarkName, type Tone } from '../marks.tsx'
import type { ViewContext } from '../view-context.ts'
import type { DayEntry } from './day-entries.ts'

const marks: Readonly<Record<GoingOut['state'], { readonly name: MarkName; readonly tone: Tone }>> = {
  out: { name: 'submitted', tone: 'ok' },
  planned: { name: 'planned', tone: 'info' },
  held: { name: 'paused', tone: 'warn' },
  'in-doubt': { name: 'unconfirmed', tone: 'warn' },
  failed: { name: 'failed', tone: 'bad' },
}

/** What asks for a person comes first. */
const order: readonly GoingOut['state'][] = ['in-doubt', 'failed', 'held', 'planned', 'out']

/** Entries that are shown at once; the others open. */
const AT_ONCE = 3

interface DayCellProps {
  readonly day: string
  readonly isToday: boolean
  /** Of the month before or after. */
  readonly isOutside: boolean
  readonly entries: readonly DayEntry[]
  readonly context: ViewContext
}

export function DayCell({ day, isToday, isOutside, entries, context }: DayCellProps) {
  const { t, number } = context
  const date = new Date(`${day}T00:00:00Z`)
  const more = entries.slice(AT_ONCE)
  return (
    <td className={isOutside ? 'em-outside' : undefined} aria-current={isToday ? 'date' : undefined}>
      <time dateTime={day}>
        <span aria-hidden="true">{number(date.getUTCDate())}</span>
        <span className="em-sr">{context.day(date)}</span>
      </time>
      <Entries entries={entries.slice(0, AT_ONCE)} context={context} />
      {more.length > 0 && (
        <details>
          <summary>{t('views.calendar.more', { count: more.length })}</summary>
          <Entries entries={more} context={context} />
        </details>
      )}
    </td>
  )
}

function Entries({
  entries,
  context,
}: {
  readonly entries: readonly DayEntry[]
  readonly context: ViewContext
}) {
  const { t } = context
  return (
    <ul>
      {entries.map(({ key, kind, title, titleLocale, href, time, ways }) => {
        const state = order.find((each) => ways.some((way) => way.state === each)) ?? 'planned'
        return (
          <li key={key}>
            <Mark {...marks[state]} size={13} />
            <span>
              <a
                href={href}
                {...(titleLocale !== null && { lang: titleLocale, dir: directionOf(titleLocale) })}
              >
                {title || t('views.calendar.untitled')}
              </a>
              <WaysOut ways={ways} context={context}>
                {time} {t(`views.calendar.kind.${kind}`, { count: ways.length })}{' '}
                {t(`views.calendar.state.${state}`)}
              </WaysOut>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** More channels are told when one asks. */
const NAMED_AT_ONCE = 2

/** When and how, and through which channels in which languages. */
function WaysOut({
  ways,
  context: { list, languageName },
  children,
}: {
  readonly ways: DayEntry['ways']
  readonly context: ViewContext
  readonly children: ReactNode
}) {
  const named = Map.groupBy(ways, ({ name }) => name)
  const lines = [...named].flatMap(([name, ofName]) => {
    const languages = ofName.flatMap(({ locale }) => (locale === null ? [] : languageName(locale)))
    const line = [name, list([...new Set(languages)])].filter((part) => part !== '').join(': ')
    return line === '' ? [] : line
  })
  const shown = lines.map((line) => <small key={line}>{line}</small>)
  if (lines.length <= NAMED_AT_ONCE)
    return (
      <>
        <small>{children}</small>
        {shown}
      </>
    )
  return (
    <details>
      <summary>
        <small>{children}</small>
      </summary>
      {shown}
    </details>
  )
}
