import type { Cell } from '../../dissemination/channels/item-cells.ts'
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

const toApprove: CellStanding = {
  word: 'views.item.state.approve',
  mark: 'review',
  tone: 'warn',
  reason: null,
}
const rejected: CellStanding = {
  word: 'views.item.state.rejected',
  mark: 'skipped',
  tone: 'quiet',
  reason: null,
}

/** What a person is to decide. */
function heldFor(reason: string | null): CellStanding {
  switch (reason) {
    case 'awaits-approval':
      return toApprove
    case 'rejected-by-editor':
      return rejected
    case 'changed-there':
      return { word: 'views.item.state.conflict', mark: 'conflict', tone: 'bad', reason }
    case 'to-post-by-hand':
    case 'to-change-by-hand':
    case 'to-remove-by-hand':
      return { word: 'views.item.state.byHand', mark: 'source', tone: 'warn', reason }
    default:
      return { word: 'views.state.held', mark: 'held', tone: toneOf.held, reason }
  }
}

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
      return choice?.approval === 'rejected' ? rejected : toApprove
    return isPublic ? notSent : whenPublic
  }
  const { state, reason, remoteState } = delivery
  if (state === 'held') return heldFor(reason)
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
