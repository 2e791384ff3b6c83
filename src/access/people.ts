import type { Access } from 'payload'

import { isStaff } from './staff.ts'

/** Names of people are public only where they agreed to it. */
export const consentingOrStaff: Access = ({ req: { user } }) =>
  isStaff(user) || { consentToPublish: { equals: true } }
