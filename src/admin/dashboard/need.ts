import type { MarkName, Tone } from '../marks.tsx'

/** One thing that waits for a person: a fact, its consequence, and what to do. */
export interface Need {
  readonly key: string
  readonly mark: MarkName
  readonly tone: Tone
  readonly title: string
  readonly consequence: string
  /** Null: since when is not known. */
  readonly since: Date | null
  /** Path in the admin, and the verb of the button. */
  readonly href: string
  readonly verb: string
  /** Readers or partners are waiting for it. */
  readonly isUrgent: boolean
}
