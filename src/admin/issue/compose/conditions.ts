/** What an editor looks for. Empty lists ask for everything. */
export interface Conditions {
  /** A moment or a day as ISO 8601 writes them. Empty: whenever. */
  readonly since: string
  readonly collections: readonly string[]
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly communities: readonly string[]
}

export type ListCondition = Exclude<keyof Conditions, 'since'>

interface Asked {
  readonly newsletter: string
  readonly conditions: Conditions
  /** `collection:id`, of those that need not be found. */
  readonly except: readonly string[]
  /** Language in which titles are preferred. */
  readonly locale: string
}

/** The address that answers what meets the conditions. */
export function proposalsPath({ newsletter, conditions, except, locale }: Asked): string {
  const { since, ...lists } = conditions
  const query = new URLSearchParams({ newsletter, locale, since: since || 'always' })
  for (const [name, values] of Object.entries(lists)) query.set(name, values.join(','))
  query.set('except', except.join(','))
  return `/api/issues/proposals?${query}`
}
