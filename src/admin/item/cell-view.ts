import type { Cell } from '../../dissemination/channels/item-cells.ts'
import { directionOf, endonymOf, type Locale } from '../../i18n/locales.ts'
import { toneOf } from '../delivery-marks.ts'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'
import type { Attempt } from './attempts-of.ts'
import { type CellStanding, cellStanding } from './cell-standing.ts'

/** One cell, in words. */
export interface CellView {
  readonly key: string
  readonly channelId: string
  readonly locale: Locale
  readonly language: string
  readonly endonym: string
  readonly direction: 'ltr' | 'rtl'
  readonly standing: Pick<CellStanding, 'mark' | 'tone'> & { readonly word: string }
  /** Why, when and what else is to be known, a line each. */
  readonly notes: readonly string[]
  /** Where it stands. Null: nowhere, or there is no such place. */
  readonly link: string | null
  /** Earlier posts that stand beside it. */
  readonly earlier: readonly string[]
  /** What the other side said last. */
  readonly said: string | null
  readonly rule: string
  readonly asksFirst: boolean
  readonly choice: ChoiceView
  readonly canDo: Cell['canDo']
  readonly attempts: readonly AttemptView[]
}

/** What editors chose. Nothing chosen: everything as the channel's rules and the item say. */
export interface ChoiceView {
  readonly wanted: 'yes' | 'no' | null
  readonly text: string | null
  readonly picture: 'item' | 'none' | 'own'
  readonly pictureId: string | null
  readonly alt: string | null
  /** ISO 8601, in UTC. */
  readonly scheduledFor: string | null
  readonly approval: 'requested' | 'approved' | 'rejected' | null
}

export interface AttemptView {
  readonly key: string
  readonly at: string
  readonly what: string
  readonly outcome: string
  readonly mark: CellStanding['mark']
  readonly tone: CellStanding['tone']
  readonly why: string | null
}

/** @param timeZone the channel's, in which its posts are planned. */
export function cellView(
  cell: Cell,
  attempts: readonly Attempt[],
  timeZone: string,
  context: ViewContext,
): CellView {
  const { channelId, locale, delivery, choice, rule, canDo } = cell
  const { t, languageName } = context
  const { word, mark, tone } = cellStanding(cell)
  return {
    key: `${channelId}/${locale}`,
    channelId,
    locale,
    language: languageName(locale),
    endonym: endonymOf(locale),
    direction: directionOf(locale),
    standing: { word: t(word), mark, tone },
    notes: notesOf(cell, timeZone, context),
    link: delivery?.remoteState === 'live' ? delivery.remoteUrl : null,
    earlier: delivery?.leftStanding.flatMap(({ url }) => url ?? []) ?? [],
    said: delivery?.error ?? null,
    rule: rule === 'auto' || rule === 'ask' ? t(`views.item.rule.${rule}`) : t('views.item.rule.no'),
    asksFirst: rule === 'ask',
    choice: {
      wanted: choice?.wanted ?? null,
      text: choice?.text ?? null,
      picture: choice?.picture ?? 'item',
      pictureId: choice?.pictureId ?? null,
      alt: choice?.alt ?? null,
      scheduledFor: choice?.scheduledFor ? new Date(choice.scheduledFor).toISOString() : null,
      approval: choice?.approval ?? null,
    },
    canDo,
    attempts: attempts.map((attempt, at) => attemptView(attempt, at, context)),
  }
}

function notesOf(cell: Cell, timeZone: string, { t, shortMoment, momentIn }: ViewContext): string[] {
  const { delivery, choice, isPaused } = cell
  const { reason } = cellStanding(cell)
  const why = reasonText(t, 'channel', reason)
  const planned = choice?.scheduledFor ? new Date(choice.scheduledFor) : null
  const waits = delivery === null || delivery.state === 'planned' || delivery.state === 'held'
  return [
    ...(why === null ? [] : [why]),
    ...(choice?.approval === 'requested' ? [t('views.item.note.requested')] : []),
    ...(planned !== null && waits
      ? [t('views.item.note.notBefore', { at: momentIn(planned, timeZone), timeZone })]
      : []),
    ...(delivery !== null && delivery.state !== 'skipped' ? [shortMoment(delivery.updatedAt)] : []),
    ...(delivery?.state === 'planned' && delivery.attempts > 0
      ? [t('views.item.tried', { count: delivery.attempts })]
      : []),
    ...(delivery?.probe === 'gone' || delivery?.probe === 'changed'
      ? [t(`views.item.note.${delivery.probe}`)]
      : []),
    ...(isPaused && waits ? [t('views.cell.paused')] : []),
    ...(choice !== null && (choice.text !== null || choice.picture !== 'item')
      ? [t('views.item.note.own')]
      : []),
  ]
}

function attemptView(
  { action, outcome, reason, error, status, at }: Attempt,
  place: number,
  { t, shortMoment }: ViewContext,
): AttemptView {
  const why = [reasonText(t, 'channel', reason), status === null ? null : `HTTP ${status}`, error]
  return {
    key: String(place),
    at: shortMoment(at),
    what: t(`views.item.attempt.${action}`),
    outcome: t(`views.state.${outcome}`),
    mark: outcome,
    tone: toneOf[outcome],
    why: why.filter((each) => each !== null && each !== '').join(' · ') || null,
  }
}
