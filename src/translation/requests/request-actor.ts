import { type Asker, hasRole, mayPublish } from '../../access/roles.ts'
import type { Actor } from './change-request.ts'

/** Who looks at requests or decides about them: editors all, translators those of their languages. Null: nobody else. */
export function requestActorOf(user: Asker): Actor | null {
  if (user?.collection !== 'users') return null
  const id = String(user.id)
  if (mayPublish(user)) return { id, locales: null }
  return hasRole(user, 'translator') ? { id, locales: user.locales ?? [] } : null
}
