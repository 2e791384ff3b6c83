/** How far a request is, in the order in which it can get there. */
export const requestStates = [
  'requested',
  'accepted',
  'in-progress',
  'delivered',
  'in-review',
  'synchronised',
  'rejected',
  'failed',
  'unconfirmed',
  'cancelled',
  'superseded',
] as const

export type RequestState = (typeof requestStates)[number]

/** There is at most one of these for an item and a locale: the index `translation_requests_open` sees to it. */
export const openStates = [
  'requested',
  'accepted',
  'in-progress',
  'delivered',
  'in-review',
  'unconfirmed',
] as const satisfies readonly RequestState[]

/** Reason of a request in progress whose text has been, or is just being, handed to an engine. Committed before it is. */
export const AWAITING = 'awaiting-answer'

/** Reason in the log for one piece that was not taken: `piece-refused|<fault>|<key>`. */
export const PIECE_REFUSED = 'piece-refused'
