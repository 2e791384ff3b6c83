import { z } from 'zod'

import { contentCollections } from '../content/published-item.ts'

/** What can be followed: an item of the content, or everything about a topic. */
const followTargets = [...contentCollections, 'topics'] as const
export type FollowTarget = (typeof followTargets)[number]

/** Something that a person wants to hear of. */
export interface Follow {
  readonly target: FollowTarget
  readonly targetId: string
  /** Of an event: to be told again before it begins. */
  readonly reminder: boolean
}

export const followSchema = z.object({
  target: z.enum(followTargets),
  targetId: z.uuid(),
  reminder: z.boolean(),
})
