import type { ItemReport } from '../../dissemination/item-report.ts'
import type { ChannelDeliveryState } from '../../ledger/delivery-state.ts'
import type { ViewContext } from '../view-context.ts'

/** What an item's report comes to, in two sentences. */
export interface Situation {
  readonly title: string
  readonly lead: string
  /** Something is planned or under way, so the view will change by itself. */
  readonly isMoving: boolean
}

/**
 * What needs a person comes first, then what moves, then what stands.
 * @param isPlanned false: something happened of which the deliveries do not tell yet.
 */
export function situationOf(
  { publicLocales, deliveries }: ItemReport,
  { isPlanned }: { readonly isPlanned: boolean },
  context: ViewContext,
): Situation {
  const { t, list, languageName } = context
  const inState = (...states: readonly ChannelDeliveryState[]): number =>
    deliveries.filter(({ state }) => states.includes(state)).length
  const moving = inState('planned', 'submitting')
  const open = inState('unconfirmed', 'failed', 'held')
  const where = list(publicLocales.map(({ locale }) => languageName(locale)))
  const isMoving = moving > 0 || !isPlanned

  if (publicLocales.length === 0) {
    const key = deliveries.length === 0 ? 'draft' : 'withdrawn'
    return { title: t(`views.item.${key}.title`), lead: t(`views.item.${key}.lead`), isMoving }
  }
  const lead = t('views.item.publicIn', { languages: where })
  if (open > 0) return { title: t('views.item.open.title', { count: open }), lead, isMoving }
  if (!isPlanned) return { title: t('views.item.planning.title'), lead, isMoving }
  if (isMoving) return { title: t('views.item.moving.title', { count: moving }), lead, isMoving }
  return { title: t('views.item.settled.title', { count: inState('submitted') }), lead, isMoving }
}
