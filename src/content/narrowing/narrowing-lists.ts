/** What an owner's list can name. */
export type NarrowedBy = 'topics' | 'terms' | 'communities'

/** A collection with lists that narrow what it takes, and of what each of them is. */
export interface NarrowingLists {
  readonly owner: 'question-routes' | 'channels' | 'press-contacts' | 'newsletters'
  readonly ties: readonly NarrowedBy[]
}

/**
 * Lists that narrow what their owner takes, and that mean everything when they are empty. Were a tie to go with what it
 * names, the last one would open the rule to all: a partner would be sent questions that are not theirs. So whatever such
 * a list names cannot be deleted, in whatever way, before somebody has decided what the rule says without it.
 */
export const narrowingLists: readonly NarrowingLists[] = [
  { owner: 'question-routes', ties: ['topics', 'terms'] },
  { owner: 'channels', ties: ['topics', 'terms', 'communities'] },
  { owner: 'press-contacts', ties: ['topics'] },
  { owner: 'newsletters', ties: ['topics', 'terms', 'communities'] },
]

/** The table that holds a collection's lists of ties. */
export const tieTableOf = ({ owner }: NarrowingLists): string => `${owner.replaceAll('-', '_')}_rels`
