import { namesFor } from '../../../audience/named.ts'
import type { FacetCount, FacetCounts } from '../../../audience/numbers/facet-counts.ts'
import { shown } from '../../../audience/numbers/small-cells.ts'
import { type Matter, publishedAbout } from '../../../audience/numbers/wanted-and-published.ts'
import type { Database } from '../../../database/database.ts'
import { Mark } from '../../marks.tsx'
import type { NumbersContext } from './numbers-context.ts'

const TOP = 12

interface WantedProps {
  readonly facets: FacetCounts
  readonly since: Date
  readonly database: Database
  readonly context: NumbersContext
}

/** What people asked for, beside how much came out about it: what readers want and do not get. */
export async function Wanted({ facets, since, database, context }: WantedProps) {
  const { t, weeks, number } = context
  return (
    <section className="em-section" aria-labelledby="em-wanted">
      <h2 id="em-wanted" className="em-rule em-audience-title">
        {t('numbers.wanted')}
      </h2>
      <p className="em-audience-told">{t('numbers.wanted.lead', { count: weeks, number: number(weeks) })}</p>
      <div className="em-two em-audience-two">
        <WantedTable matter="topics" wanted={facets.topic} {...{ since, database, context }} />
        <WantedTable matter="countries" wanted={facets.country} {...{ since, database, context }} />
      </div>
    </section>
  )
}

interface WantedTableProps {
  readonly matter: Matter
  readonly wanted: readonly FacetCount[]
  readonly since: Date
  readonly database: Database
  readonly context: NumbersContext
}

async function WantedTable({ matter, wanted, since, database, context }: WantedTableProps) {
  const { t, language, people, seesAll, number } = context
  const top = wanted.slice(0, TOP)
  const ids = top.map(({ key }) => key)
  const names = await namesFor(language, matter === 'topics' ? 'topics' : 'terms', ids, database)
  const published = await publishedAbout(matter, ids, since, database)
  const title = t(`numbers.wanted.${matter}`)
  return (
    <section className="em-section">
      <h3>{title}</h3>
      {top.length === 0 ? (
        <p className="em-empty">{t('numbers.wanted.none')}</p>
      ) : (
        <table className="em-bars em-audience-bars" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col" className="em-end">
                {t('numbers.people')}
              </th>
              <th scope="col" className="em-end">
                {t('numbers.wanted.items')}
              </th>
            </tr>
          </thead>
          <tbody>
            {top.map(({ key, people: many }, index) => {
              const items = published.get(key) ?? 0
              return (
                <tr key={key}>
                  <th scope="row">{names[index]?.name ?? t('numbers.gone')}</th>
                  <td className="em-end">{people(shown(many, seesAll))}</td>
                  <td className="em-end">
                    {items === 0 ? (
                      <span className="em-audience-nothing">
                        <Mark name="outdated" tone="warn" />
                        {t('numbers.wanted.nothing')}
                      </span>
                    ) : (
                      number(items)
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
