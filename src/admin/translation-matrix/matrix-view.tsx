import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'

import { readsEveryDraft } from '../../access/roles.ts'
import { enabledLocales } from '../../content/publishing/enabled-locales.ts'
import { databaseOf } from '../../database/database.ts'
import { endonymOf } from '../../i18n/locales.ts'
import { columnsOf, matrixLanguages } from '../../translation/matrix/matrix-languages.ts'
import { type MatrixPage, matrixPage } from '../../translation/matrix/matrix-page.ts'
import {
  everything,
  type MatrixQuery,
  matrixSearch,
  parseMatrixQuery,
} from '../../translation/matrix/matrix-query.ts'
import { translationPeople } from '../../translation/matrix/people.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { FilterFields } from './filter-fields.tsx'
import { type MatrixContext, matrixContext, rightsOf } from './matrix-context.ts'
import { MatrixFilter } from './matrix-filter.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixPager } from './matrix-pager.tsx'
import { matrixRow } from './matrix-rows.ts'
import { matrixTexts } from './matrix-texts.ts'
import { StateChips } from './state-chips.tsx'

/** Items by languages: how far each translation is, who answers for it, and what can be done with many at once. */
export async function MatrixView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  const context = await matrixContext(req)
  const { t } = context
  const steps = [{ label: t('matrix.title') }]
  if (!readsEveryDraft(user) || user?.collection !== 'users')
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('matrix.title')} lead={t('matrix.closed')} />
      </ViewFrame>
    )

  const database = databaseOf(payload)
  const { query } = parseMatrixQuery(searchOf(view.searchParams))
  const available = await matrixLanguages(await enabledLocales(req), database)
  const columns = columnsOf(query.languages, available)
  const scope = { languages: columns, userId: user.id }
  const [page, people] = await Promise.all([matrixPage(query, scope, database), translationPeople(database)])
  const search = matrixSearch(query)
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead
        level={1}
        title={t('matrix.title')}
        lead={leadOf(page, columns.length, context)}
        action={
          <a
            className="em-button"
            href={`/api/translation/matrix.csv${matrixSearch({ ...query, page: 1 })}`}
            download
          >
            {t('matrix.export')}
          </a>
        }
      />
      <StateChips query={query} counts={page.counts} context={context} />
      <MatrixFilter label={t('matrix.filter')}>
        <FilterFields
          query={query}
          people={people}
          userId={user.id}
          available={available}
          columns={columns}
          context={context}
        />
      </MatrixFilter>
      {page.items.length === 0 ? (
        <Nothing query={query} page={page} context={context} />
      ) : (
        <MatrixGrid
          // Another question is another table: its selection starts anew.
          key={search}
          language={context.language}
          texts={matrixTexts(context.language)}
          rights={rightsOf(user)}
          people={people}
          columns={columns.map((locale) => {
            const { current, wanted } = page.columns.get(locale) ?? { current: 0, wanted: 0 }
            return {
              locale,
              name: context.languageName(locale),
              endonym: endonymOf(locale),
              // Rounded down: 100 % means all.
              percent: wanted === 0 ? null : context.percent(Math.floor((current / wanted) * 100) / 100),
            }
          })}
          rows={page.items.map((item) => matrixRow(item, columns, context, new Date()))}
        />
      )}
      <MatrixPager query={query} pages={page.pages} context={context} />
    </ViewFrame>
  )
}

/** Payload hands the address over in pieces. */
function searchOf(params: AdminViewServerProps['searchParams']): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params ?? {}))
    for (const each of [value ?? []].flat()) search.append(name, each)
  return search
}

function leadOf({ total, counts }: MatrixPage, languages: number, { t, number }: MatrixContext): string {
  const sentences = [
    t('matrix.lead', {
      count: total,
      number: number(total),
      languages: t('matrix.languages', { count: languages, number: number(languages) }),
    }),
  ]
  const review = counts['needs-review']
  if (review > 0) sentences.push(t('matrix.lead.review', { count: review, number: number(review) }))
  if (counts.unwanted > 0) sentences.push(t('matrix.lead.dot'))
  return sentences.join(' ')
}

interface NothingProps {
  readonly query: MatrixQuery
  readonly page: MatrixPage
  readonly context: MatrixContext
}

/** Why there is no table, and the way on. */
function Nothing({ query, page, context: { t } }: NothingProps) {
  const all = { ...everything, languages: query.languages }
  const isFiltered = matrixSearch({ ...query, sort: all.sort }) !== matrixSearch(all)
  if (!isFiltered) return <p className="em-empty">{t('matrix.empty')}</p>
  return (
    <p className="em-empty">
      {page.total > 0 ? t('matrix.none.page') : t('matrix.none.title')}{' '}
      <Link href={`/admin/translation${matrixSearch(all)}`} prefetch={false}>
        {t('matrix.none.all')}
      </Link>
    </p>
  )
}
