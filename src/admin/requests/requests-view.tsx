import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { translator } from '../../i18n/translator.ts'
import { budgetOf } from '../../translation/requests/budget.ts'
import { listFilter } from '../../translation/requests/list-filter.ts'
import { translationSettings } from '../../translation/requests/network-settings.ts'
import { countStates, readLogs, readRequests } from '../../translation/requests/read-requests.ts'
import { requestActorOf } from '../../translation/requests/request-actor.ts'
import { openStates } from '../../translation/requests/request-state.ts'
import { KeepFresh } from '../keep-fresh.tsx'
import { networkContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { BudgetMeter } from './budget-meter.tsx'
import { RequestFilters } from './request-filters.tsx'
import { RequestList } from './request-list.tsx'

const PATH = '/admin/translation/requests'

/** Every request for a translation that concerns whoever looks, with its log, and what machines were given this month. */
export async function RequestsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (user === null) redirect(`/admin/login?redirect=${encodeURIComponent(PATH)}`)
  const context = await networkContext(req)
  const t = translator(context.language, 'translation')
  const steps = [{ label: t('request.list') }]
  const actor = requestActorOf(user)
  if (actor === null)
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('request.list')} lead={t('request.not-yours')} />
      </ViewFrame>
    )

  const database = databaseOf(payload)
  const { locale: _shown, ...query } = view.searchParams ?? {}
  const asked = listFilter(query, actor.locales)
  // An address that somebody mistyped shows everything.
  const filter = 'field' in asked ? { locales: actor.locales, limit: 50, offset: 0 } : asked
  const { requests, total } = await readRequests(filter, database)
  const logs = await readLogs(
    requests.map(({ id }) => id),
    database,
  )
  const counts = await countStates(actor.locales, database)
  const open = openStates.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
  const { enabledLocales, charactersPerMonth } = await translationSettings(payload)
  const budget = await budgetOf(charactersPerMonth, database)
  const isMoving = requests.some(
    ({ state, engine }) => engine !== null && ['requested', 'in-progress'].includes(state),
  )
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead
        level={1}
        live={isMoving}
        title={
          open === 0
            ? t('request.title.none')
            : t('request.title', { count: open, number: context.number(open) })
        }
        lead={t('request.lead')}
      />
      {isMoving && <KeepFresh />}
      <BudgetMeter budget={budget} t={t} number={context.number} />
      <RequestFilters
        chosen={query}
        locales={actor.locales ?? enabledLocales}
        people={actor.locales === null ? await peopleWhoTranslate(payload) : []}
        t={t}
      />
      {requests.length === 0 ? (
        <p className="em-empty">
          {t('request.empty')}{' '}
          {total === 0 && Object.keys(query).length > 0 && <Link href={PATH}>{t('request.empty.all')}</Link>}
        </p>
      ) : (
        <RequestList requests={requests} logs={logs} actor={actor} now={new Date()} t={t} context={context} />
      )}
      <Pages
        query={query}
        offset={filter.offset}
        limit={filter.limit}
        total={total}
        texts={{ older: t('request.page.next'), newer: t('request.page.previous') }}
      />
    </ViewFrame>
  )
}

/** For editors, who give work to people. Others are told no names of colleagues that they do not meet in a log. */
async function peopleWhoTranslate(
  payload: Payload,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: ['translator', 'editor', 'administrator'] } },
    depth: 0,
    limit: 200,
    sort: 'name',
    select: { name: true },
  })
  return docs.map(({ id, name }) => ({ id: String(id), name }))
}

interface PagesProps {
  readonly query: Readonly<Record<string, unknown>>
  readonly offset: number
  readonly limit: number
  readonly total: number
  readonly texts: { readonly older: string; readonly newer: string }
}

/** Ways to older and newer requests, under the same filter. */
function Pages({ query, offset, limit, total, texts }: PagesProps) {
  const page = offset / limit + 1
  const to = (number: number): string => {
    const kept = Object.entries(query).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    )
    return `${PATH}?${new URLSearchParams({ ...Object.fromEntries(kept), page: String(number) })}`
  }
  if (total <= limit) return null
  return (
    <p className="em-pages">
      {page > 1 && <Link href={to(page - 1)}>{texts.newer}</Link>}
      {offset + limit < total && <Link href={to(page + 1)}>{texts.older}</Link>}
    </p>
  )
}
