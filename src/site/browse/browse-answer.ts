import { dayName, monthOf, readMonth } from '../calendar/month.ts'
import { loadMonth, monthPage } from '../calendar/month-page.ts'
import { type KeptPage, tagsOf } from '../kept-page.ts'
import type { SiteContext } from '../site-context.ts'
import { inLocale, type Visit } from '../visit.ts'
import { isBrowsable } from './browsable.ts'
import { browsePage } from './browse-page.ts'
import { readBrowseQuery } from './browse-query.ts'
import { loadBrowse } from './load-browse.ts'

/** `/{locale}/{collection}`: a list with its filters; of events, also `?month=2026-11`. */
export const answerList = (
  visit: Visit,
  { locale, collection }: { readonly locale: string; readonly collection: string },
): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    if (!isBrowsable(collection)) return null
    const { searchParams } = new URL(visit.request.url)
    const month = searchParams.get('month')
    if (collection === 'events' && month !== null) return answerMonth(visit, context, month)
    const query = readBrowseQuery(collection, searchParams)
    const content = query && (await loadBrowse(visit.payload, context, collection, { query, now: visit.now }))
    return (
      content && {
        page: browsePage(context, content),
        tags: tagsOf(context.locale, [collection]),
      }
    )
  })

/** Without a month that can be read: the present one. */
async function answerMonth({ payload, now }: Visit, context: SiteContext, name: string): Promise<KeptPage> {
  const month = readMonth(name) ?? monthOf(now)
  const events = await loadMonth(payload, context, month)
  return {
    page: monthPage(context, month, events, dayName(now)),
    tags: tagsOf(context.locale, ['events']),
  }
}
