import type { Cell } from '../../dissemination/channels/item-cells.ts'
import type { HoldReason } from '../../ledger/delivery-state.ts'
import { toneOf } from '../delivery-marks.ts'
import type { MarkName, Tone } from '../marks.tsx'

/** What is told of a cell at a glance. */
export interface CellStanding {
  /** Key of its word in `admin.json`. */
  readonly word: string
  readonly mark: MarkName
  readonly tone: Tone
  /** A reason for a post on a channel. Null: nothing to explain. */
  readonly reason: string | null
}

const held: Readonly<Record<HoldReason, Omit<CellStanding, 'reason'>>> = {
  'awaits-approval': { word: 'views.item.state.approve', mark: 'review', tone: 'warn' },
  'rejected-by-editor': { word: 'views.item.state.rejected', mark: 'skipped', tone: 'quiet' },
  'to-post-by-hand': { word: 'views.item.state.byHand', mark: 'source', tone: 'warn' },
  'changed-there': { word: 'views.item.state.conflict', mark: 'conflict', tone: 'bad' },
}

const isHoldReason = (reason: string | null): reason is HoldReason => reason !== null && reason in held

/** What stands in a cell; where nothing happened yet, what would. */
export function cellStanding({
  delivery,
  choice,
  rule,
  isPublic,
}: Pick<Cell, 'delivery' | 'choice' | 'rule' | 'isPublic'>): CellStanding {
  if (delivery === null) {
    if (choice?.wanted === 'no') return leftOut
    if (rule !== 'auto' && rule !== 'ask' && choice?.wanted !== 'yes')
      return { ...skipped, reason: rule === 'off' ? 'channel-off' : rule }
    if (rule === 'ask' && choice?.approval !== 'approved')
      return choice?.approval === 'rejected'
        ? { ...held['rejected-by-editor'], reason: null }
        : { ...held['awaits-approval'], reason: null }
    return isPublic ? notSent : whenPublic
  }
  const { state, reason, remoteState } = delivery
  if (state === 'held' && isHoldReason(reason)) return { ...held[reason], reason: null }
  if (state === 'submitted' && remoteState === 'absent')
    return { word: 'views.state.withdrawn', mark: 'skipped', tone: 'quiet', reason }
  return { word: `views.state.${state}`, mark: state, tone: toneOf[state], reason }
}

const skipped = { word: 'views.state.skipped', mark: 'skipped', tone: 'quiet' } as const

const leftOut: CellStanding = {
  word: 'views.item.state.leftOut',
  mark: 'skipped',
  tone: 'quiet',
  reason: null,
}
const notSent: CellStanding = {
  word: 'views.item.state.notSent',
  mark: 'missing',
  tone: 'plain',
  reason: null,
}
const whenPublic: CellStanding = {
  word: 'views.item.state.whenPublic',
  mark: 'planned',
  tone: 'quiet',
  reason: null,
}
