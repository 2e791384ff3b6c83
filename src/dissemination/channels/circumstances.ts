import type { PublishedItem } from '../../content/published-item.ts'
import type { Intention } from '../../ledger/settle-delivery.ts'
import type { ChannelPolicies } from './next-step.ts'
import type { PostWords } from './post-words.ts'

/** What a delivery meets when it is carried out. */
export interface Circumstances {
  /** The item as the public sees it in the delivery's locale now. Null: it is not public there any more. */
  readonly item: PublishedItem | null
  readonly words: PostWords
  /** What word of its withdrawal is made of, where it is not public any more. */
  readonly withdrawn: PublishedItem | null
  readonly policies: ChannelPolicies
  /** Why it was corrected or withdrawn, in the delivery's locale. Null: nobody said. */
  readonly reason: string | null
  /** Of the post that a person approved. Null: nobody approved any. */
  readonly approvedHash: string | null
  /** Nothing new is posted there before. Null: anything may be. */
  readonly quietUntil: Date | null
  readonly now: Date
  /** From 0 up to 1, drawn anew each time. */
  readonly random: number
  /** When the change that is carried out happened. */
  readonly occurredAt: Date
  /** Writes down what is about to be sent. Answers false when it must not be: somebody else holds the delivery. */
  readonly writeAhead: (intention: Intention) => Promise<boolean>
}
