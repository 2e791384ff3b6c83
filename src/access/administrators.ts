import type { Access, FieldAccess } from 'payload'

import { hasRole } from './roles.ts'

export const administratorsOnly: Access = ({ req: { user } }) => hasRole(user, 'administrator')

export const onlyAdministrators: FieldAccess = ({ req: { user } }) => hasRole(user, 'administrator')

/** A person sees and edits their own account, an administrator every account. */
export const administratorsOrOneself: Access = ({ req: { user } }) => {
  if (hasRole(user, 'administrator')) return true
  return user?.collection === 'users' ? { id: { equals: user.id } } : false
}
