import type { Access, FieldAccess } from 'payload'

import { mayPublish } from './roles.ts'

export const editorsOnly: Access = ({ req: { user } }) => mayPublish(user)

/** The same for one field. */
export const onlyEditors: FieldAccess = ({ req: { user } }) => mayPublish(user)
