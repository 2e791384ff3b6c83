import type { Receipt } from '../../channels/channel.ts'
import type { ChannelAction, ChannelSettlement } from '../../ledger/settle-delivery.ts'

/** It stands there as we left it. */
export const done = (
  action: ChannelAction,
  { remoteId, remoteUrl, mark, doi }: Receipt,
  hash: string | null,
): ChannelSettlement => ({
  action,
  state: 'submitted',
  reason: null,
  attempt: 'anew',
  remote: { state: 'live', id: remoteId, url: remoteUrl, mark },
  hash,
  ...(doi !== undefined && { doi }),
})

/** Its words are as they should be, and the rest is for a person to see to. Its fingerprint is nobody's: there is a rest. */
export const partly = (action: ChannelAction, receipt: Receipt, hash: string): ChannelSettlement => ({
  ...done(action, receipt, `${hash}:partly`),
  state: 'skipped',
  reason: 'cannot-edit',
})

/** It shows one of our texts, perhaps an earlier one, so it is brought up to date next. */
export const adopted = (action: ChannelAction, receipt: Receipt, now: Date): ChannelSettlement => ({
  ...done(action, receipt, null),
  isEarlier: true,
  state: 'planned',
  reason: 'found-there',
  dueAt: now,
})

/** Of what is not as we left it: no look finds the same. */
const NOT_OURS = 'changed-there'

/** A person changed it there, and another one decides. */
export const changedThere = (action: ChannelAction, found: Receipt): ChannelSettlement => ({
  ...done(action, { ...found, mark: NOT_OURS }, null),
  isEarlier: true,
  state: 'held',
  reason: 'changed-there',
})

/** Whether it has words that none of our attempts gave it: a person changed it there before we knew that it stands. */
export const wasChanged = ({ says }: Receipt, attempted: readonly string[]): boolean =>
  says !== undefined && attempted.length > 0 && !attempted.includes(says)
