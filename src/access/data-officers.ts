import type { Access } from 'payload'

import { type Asker, hasRole } from './roles.ts'

/**
 * Those who answer for the data of subscribers, and nobody else, see who a subscriber is. An administrator who needs to
 * gives themselves the role, which shows.
 */
export const isDataOfficer = (user: Asker): boolean => hasRole(user, 'data-officer')

export const dataOfficersOnly: Access = ({ req: { user } }) => isDataOfficer(user)

/** Numbers about subscribers, which name nobody. */
export const seesAudienceNumbers = (user: Asker): boolean =>
  hasRole(user, 'administrator', 'editor', 'data-officer')
