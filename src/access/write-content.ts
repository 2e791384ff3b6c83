import type { Access, PayloadRequest } from 'payload'

import { isLocale } from '../i18n/locales.ts'
import { mayPublish, organisationOf } from './roles.ts'
import { mayTranslateInto } from './translators.ts'

/** `draftsOnly` refuses it anyway; said here as well, the admin offers no button for it. */
const publishes = (data: unknown): boolean =>
  (data as { _status?: unknown } | undefined)?._status === 'published'

/** Editors, and contributors who have an organisation to write for. */
export const createContent: Access = ({ req: { user }, data }) =>
  mayPublish(user) || (organisationOf(user) !== null && !publishes(data))

/**
 * Editors edit everything, contributors what their organisation answers for, translators the languages they were given.
 * That translators and contributors only ever save drafts is `draftsOnly`'s business.
 */
export const updateContent: Access = (args) => {
  const { user } = args.req
  if (mayPublish(user)) return true
  if (publishes(args.data)) return false
  const organisation = organisationOf(user)
  return (
    translatesHere(args.req) ||
    (organisation !== null && { responsibleOrganisation: { equals: organisation } })
  )
}

/** Editors everywhere, translators in the languages they were given. For what no organisation answers for. */
export const updateTexts: Access = ({ req, data }) =>
  mayPublish(req.user) || (translatesHere(req) && !publishes(data))

const translatesHere = ({ user, locale }: PayloadRequest): boolean =>
  isLocale(locale) && !mayPublish(user) && mayTranslateInto(user, locale)
