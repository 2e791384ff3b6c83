import type { Access, FieldAccess } from 'payload'

import type { Asker } from './roles.ts'

/** Everybody who signs in to the admin, whatever their role. API consumers do not. */
export const isStaff = (user: Asker): boolean => user?.collection === 'users'

export const staffOnly: Access = ({ req: { user } }) => isStaff(user)

/** The same for one field. */
export const onlyStaff: FieldAccess = ({ req: { user } }) => isStaff(user)
