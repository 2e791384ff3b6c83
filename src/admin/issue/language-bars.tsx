import type { ReactNode } from 'react'

import { locales as everyLocale, type Locale } from '../../i18n/locales.ts'
import type { IssueCount } from '../../ledger/issue-report.ts'
import { LanguageName } from '../language-name.tsx'
import { ScrollArea } from '../scroll-area.tsx'
import type { ViewContext } from '../view-context.ts'
import { inOrder } from './in-order.ts'

/** A part of each bar, and a column beside it. */
interface Segment {
  readonly key: string
  readonly tone: 'reach' | 'fallback' | 'moving' | 'warn' | 'bad' | 'rest'
  readonly label: string
  readonly holds: (count: IssueCount) => boolean
}

interface LanguageBarsProps {
  readonly counts: readonly IssueCount[]
  readonly segments: readonly Segment[]
  /** In which the languages stand. @default the product's */
  readonly order?: readonly Locale[]
  /** A column behind the numbers. Unset: none. */
  readonly last?: { readonly heading: string; readonly of: (locale: Locale) => ReactNode }
  readonly context: ViewContext
}

const total = (counts: readonly IssueCount[]): number => counts.reduce((sum, { people }) => sum + people, 0)

/** Readers by the language of their edition, as bars on one common scale with their numbers beside them. */
export function LanguageBars({ counts, segments, order = [], last, context }: LanguageBarsProps) {
  const { t, number } = context
  const rows = everyLocale
    .map((locale) => ({ locale, of: counts.filter((count) => count.locale === locale) }))
    .filter(({ of }) => of.length > 0)
    .sort(inOrder(order))
  const scale = Math.max(...rows.map(({ of }) => total(of)), 1)
  return (
    <section className="em-section" aria-labelledby="em-languages">
      <div className="em-section-head">
        <h3 id="em-languages">{t('views.send.byLanguage')}</h3>
        <ul className="em-key">
          {segments.map(({ key, tone, label }) => (
            <li key={key}>
              <i className={`em-fill em-fill-${tone}`} />
              {label}
            </li>
          ))}
        </ul>
      </div>
      <ScrollArea label={t('views.send.byLanguage')}>
        <table className="em-bars">
          <thead>
            <tr>
              <th scope="col">{t('views.send.language')}</th>
              <th scope="col" className="em-bars-bar">
                {t('views.send.readers')}
              </th>
              {segments.map(({ key, label }) => (
                <th key={key} scope="col" className="em-end">
                  {label}
                </th>
              ))}
              {last !== undefined && <th scope="col">{last.heading}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ locale, of }) => (
              <tr key={locale}>
                <th scope="row">
                  <LanguageName locale={locale} />
                </th>
                <td>
                  <div
                    className="em-bar"
                    style={{ inlineSize: `${(total(of) / scale) * 100}%` }}
                    aria-hidden="true"
                  >
                    {segments.map(({ key, tone, holds }) => {
                      const people = total(of.filter(holds))
                      return (
                        people > 0 && (
                          <i key={key} className={`em-fill em-fill-${tone}`} style={{ flexGrow: people }} />
                        )
                      )
                    })}
                  </div>
                </td>
                {segments.map(({ key, holds }) => {
                  const people = total(of.filter(holds))
                  return (
                    <td key={key} className={people === 0 ? 'em-end em-quiet' : 'em-end'}>
                      {number(people)}
                    </td>
                  )
                })}
                {last !== undefined && <td className="em-bars-last">{last.of(locale)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}
