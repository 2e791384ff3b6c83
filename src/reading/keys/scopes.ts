/** What a key may be used for. Whoever has none may read. */
export const scopes = ['read', 'changes', 'webhooks'] as const
export type Scope = (typeof scopes)[number]

export const isScope = (value: unknown): value is Scope => scopes.some((scope) => scope === value)
