/**
 * What a key is for: there its limits hold and its consumer is counted. All of it is public, so a key takes nothing away:
 * what it is not for is read as by anybody.
 */
export const scopes = ['read', 'changes'] as const
export type Scope = (typeof scopes)[number]

export const isScope = (value: unknown): value is Scope => scopes.some((scope) => scope === value)
