import type { Access } from 'payload'

import { hasRole } from './roles.ts'

/** Addresses of subscribers are read by those who answer for them, and by nobody else. */
export const dataOfficersOnly: Access = ({ req: { user } }) => hasRole(user, 'administrator', 'data-officer')
