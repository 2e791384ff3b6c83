import { isDataOfficer } from '../../../access/data-officers.ts'
import type { Asker } from '../../../access/roles.ts'
import { namesFor } from '../../../audience/named.ts'
import { resultsByCountry, resultsByLocale } from '../../../audience/numbers/issue-results.ts'
import { databaseOf } from '../../../database/database.ts'
import { countedLately } from '../../../ledger/issue-progress/counted-lately.ts'
import { LanguageName } from '../../language-name.tsx'
import type { SendingProps } from '../before-sending.tsx'
import { LinkResults } from './link-results.tsx'
import { ResultTable } from './result-table.tsx'

export interface ResultsProps extends SendingProps {
  readonly user: Asker
}

/** What came of it by language and country once it has left, never about one person. */
export async function Results({ issue, payload, user, context }: ResultsProps) {
  const { t, language } = context
  if (issue.state !== 'sent' && issue.state !== 'cancelled') return null
  const database = databaseOf(payload)
  const seesAll = isDataOfficer(user)
  const byLocale = await countedLately(`results ${issue.id}`, database, () =>
    resultsByLocale(issue.id, database),
  )
  const byCountry = await countedLately(`countries ${issue.id}`, database, () =>
    resultsByCountry(issue.id, database),
  )
  if (byLocale.length === 0) return null
  const countries = byCountry.flatMap(({ country }) => country ?? [])
  const names = await namesFor(language, 'terms', countries, database)
  const nameOf = (country: string): string => names.find(({ id }) => id === country)?.name ?? '–'
  return (
    <>
      <ResultTable
        title={t('views.results.language')}
        of={t('views.send.language')}
        rows={byLocale.map((row) => ({
          ...row,
          key: row.locale,
          label: <LanguageName locale={row.locale} />,
        }))}
        seesAll={seesAll}
        // They stand above, as what was submitted in each language.
        areMailsKnown
        context={context}
      />
      {countries.length > 0 && (
        <ResultTable
          title={t('views.results.country')}
          of={t('views.results.country.of')}
          rows={byCountry.map((row) => ({
            ...row,
            key: row.country ?? '',
            label: row.country === null ? t('views.results.country.none') : nameOf(row.country),
          }))}
          seesAll={seesAll}
          areMailsKnown={false}
          note={t('views.results.country.note')}
          context={context}
        />
      )}
      <LinkResults issue={issue} payload={payload} seesAll={seesAll} context={context} />
      <p className="em-quiet em-results-note">{t('views.results.noOpens')}</p>
    </>
  )
}
