import type { CollectionBeforeValidateHook } from 'payload'

import { mayPublish, organisationOf } from './roles.ts'

/** What a contributor writes is their organisation's, whatever the request says. */
export const ownOrganisation: CollectionBeforeValidateHook = ({ data, operation, req: { user } }) => {
  const organisation = mayPublish(user) ? null : organisationOf(user)
  if (operation !== 'create' || organisation === null) return data
  return { ...data, responsibleOrganisation: organisation }
}
