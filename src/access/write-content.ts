import type { Access } from 'payload'

import { hasRole, mayPublish, organisationOf } from './roles.ts'

/** Editors, and contributors who have an organisation to write for. */
export const createContent: Access = ({ req: { user } }) => mayPublish(user) || organisationOf(user) !== null

/**
 * Editors edit everything, contributors what their organisation answers for, translators the languages they were given.
 * That translators and contributors only ever save drafts is `draftsOnly`'s business.
 */
export const updateContent: Access = ({ req: { user, locale } }) => {
  if (mayPublish(user)) return true
  if (
    hasRole(user, 'translator') &&
    user?.collection === 'users' &&
    user.locales?.some((own) => own === locale)
  )
    return true
  const organisation = organisationOf(user)
  return organisation === null ? false : { responsibleOrganisation: { equals: organisation } }
}

/** Editors everywhere, translators in the languages they were given. For what has texts but no drafts. */
export const updateTexts: Access = ({ req: { user, locale } }) =>
  mayPublish(user) ||
  (hasRole(user, 'translator') &&
    user?.collection === 'users' &&
    (user.locales?.some((own) => own === locale) ?? false))
