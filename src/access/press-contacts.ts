import type { Access, FieldAccess } from 'payload'

import { hasRole } from './roles.ts'

/** Those who keep the press list, and see addresses. */
export const keepsContacts: Access = ({ req: { user } }) => hasRole(user, 'administrator', 'data-officer')

export const onlyContactKeepers: FieldAccess = ({ req: { user } }) =>
  hasRole(user, 'administrator', 'data-officer')

/** Editors also see who is on it. */
export const contactsByStaff: Access = ({ req: { user } }) =>
  hasRole(user, 'administrator', 'editor', 'data-officer')
