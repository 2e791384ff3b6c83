import type { FieldAccess } from 'payload'

import type { Asker } from './roles.ts'

/** Everybody who signs in to the admin, whatever their role. API consumers do not. */
export const isStaff = (user: Asker): boolean => user?.collection === 'users'

/** For fields that readers do not need. */
export const onlyStaff: FieldAccess = ({ req: { user } }) => isStaff(user)
