import { SMALLEST_CELL, shown } from '../../../audience/numbers/small-cells.ts'
import { databaseOf } from '../../../database/database.ts'
import { linkCountsOf } from '../../../newsletter/counted-links/link-counts.ts'
import { LanguageName } from '../../language-name.tsx'
import { ScrollArea } from '../../scroll-area.tsx'
import type { SendingProps } from '../before-sending.tsx'
import { Bar } from './result-table.tsx'

const MOST_LINKS = 30

interface LinkResultsProps extends SendingProps {
  readonly seesAll: boolean
}

/** How often the links of each edition were followed, where its newsletter counts that. */
export async function LinkResults({ issue, payload, seesAll, context: { t, number } }: LinkResultsProps) {
  const links = (await linkCountsOf(issue.id, databaseOf(payload))).slice(0, MOST_LINKS)
  if (links.length === 0) return null
  const scale = Math.max(...links.map(({ clicks }) => clicks), SMALLEST_CELL)
  return (
    <section className="em-section" aria-label={t('views.results.links')}>
      <h3>{t('views.results.links')}</h3>
      <p className="em-quiet">{t('views.results.links.note')}</p>
      <ScrollArea label={t('views.results.links')}>
        <table className="em-bars em-link-results">
          <thead>
            <tr>
              <th scope="col">{t('views.results.link')}</th>
              <th scope="col">{t('views.send.language')}</th>
              <td className="em-bars-bar" />
              <th scope="col" className="em-end">
                {t('views.results.clicks')}
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map(({ locale, position, url, clicks }) => {
              const told = shown(clicks, seesAll)
              return (
                <tr key={`${locale} ${position}`}>
                  <th scope="row">
                    <bdi dir="ltr">{nameOf(url)}</bdi>
                  </th>
                  <td>
                    <LanguageName locale={locale} />
                  </td>
                  <td>
                    <Bar people={told} scale={scale} />
                  </td>
                  <td className="em-end">{told === null ? t('views.results.few') : number(told)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

/** As people read an address: without what all have, its letters as they are. */
function nameOf(url: string): string {
  const { host, pathname, search } = new URL(url)
  return `${host}${decoded(pathname)}${search}`
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
