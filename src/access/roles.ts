import type { PayloadRequest } from 'payload'

/** What a person who signs in to the admin may be. One person may be several. */
export const roles = ['administrator', 'editor', 'translator', 'contributor', 'data-officer'] as const

export type Role = (typeof roles)[number]

/** Whoever asks, as Payload tells us: a person of `users`, an API consumer, or null for anyone else. */
export type Asker = PayloadRequest['user']

/** API consumers hold a key and no role. */
export const hasRole = (user: Asker, ...wanted: readonly Role[]): boolean =>
  user?.collection === 'users' && wanted.some((role) => user.roles?.includes(role))

/** Those who decide what becomes public. */
export const mayPublish = (user: Asker): boolean => hasRole(user, 'administrator', 'editor')

/** Those who read every draft. Contributors read those of their own organisation only. */
export const readsEveryDraft = (user: Asker): boolean =>
  hasRole(user, 'administrator', 'editor', 'translator')

/** The organisation that a contributor writes for. Null for everyone else. */
export function organisationOf(user: Asker): string | null {
  if (user?.collection !== 'users' || !hasRole(user, 'contributor')) return null
  const { organisation } = user
  if (organisation === null || organisation === undefined) return null
  return typeof organisation === 'string' ? organisation : organisation.id
}
