import type { ViewContext } from '../view-context.ts'

interface Used {
  /** `2026-11-28` */
  readonly day: string
  readonly route: string
  readonly requests: number
}

interface UsageChartProps {
  readonly usage: readonly Used[]
  readonly days: number
  readonly now: Date
  readonly context: ViewContext
}

const DAY_MS = 86_400_000
const BAR = 8
const HEIGHT = 64

/** Requests of each day as bars, and in full as a table of addresses: what is drawn can also be read. */
export function UsageChart({ usage, days, now, context }: UsageChartProps) {
  const { t, number, day } = context
  const perDay = Array.from({ length: days }, (_, index) => {
    const date = new Date(now.getTime() - (days - 1 - index) * DAY_MS).toISOString().slice(0, 10)
    return { date, requests: sumOf(usage.filter((each) => each.day === date)) }
  })
  const most = Math.max(1, ...perDay.map(({ requests }) => requests))
  const routes = [...new Set(usage.map(({ route }) => route))]
    .map((route) => ({ route, requests: sumOf(usage.filter((each) => each.route === route)) }))
    .sort((one, other) => other.requests - one.requests)
  return (
    <section aria-labelledby="em-reader-usage">
      <h3 id="em-reader-usage">{t('views.readerKeys.usage')}</h3>
      {routes.length === 0 ? (
        <p>{t('views.readerKeys.usage.none')}</p>
      ) : (
        <>
          <svg
            className="em-reader-usage"
            viewBox={`0 0 ${days * BAR} ${HEIGHT}`}
            width={days * BAR * 2}
            height={HEIGHT}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {perDay.map(({ date, requests }, index) => {
              const height = Math.ceil((requests / most) * HEIGHT)
              return (
                <rect key={date} x={index * BAR} y={HEIGHT - height} width={BAR - 2} height={height}>
                  <title>{`${day(new Date(date))}: ${number(requests)}`}</title>
                </rect>
              )
            })}
          </svg>
          <table className="em-reader-table">
            <thead>
              <tr>
                <th scope="col">{t('views.readerKeys.route')}</th>
                <th scope="col">{t('views.readerKeys.requests')}</th>
              </tr>
            </thead>
            <tbody>
              {routes.map(({ route, requests }) => (
                <tr key={route}>
                  <th scope="row">
                    <code dir="ltr">{route}</code>
                  </th>
                  <td>{number(requests)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

const sumOf = (used: readonly Used[]): number => used.reduce((sum, { requests }) => sum + requests, 0)
