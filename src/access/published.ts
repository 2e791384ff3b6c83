import type { Access, PayloadRequest, Where } from 'payload'

import { chainOf } from './fallback-chain-of.ts'
import { organisationOf, readsEveryDraft } from './roles.ts'

/**
 * The public, API consumers included, reads only what is published in the language it asks for. With `locale=all` an item
 * that is public in any language answers, and `onlyPublishedLocales` takes the other languages out of it.
 */
export const publishedOrStaff: Access = ({ req }) => {
  const { user } = req
  if (readsEveryDraft(user)) return true
  const published = publishedFor(req)
  const organisation = organisationOf(user)
  if (organisation === null) return published
  return { or: [published, { responsibleOrganisation: { equals: organisation } }] }
}

/** The same for what no organisation answers for: drafts are for editors and translators. */
export const publishedOrTranslators: Access = ({ req }) => readsEveryDraft(req.user) || publishedFor(req)

/** In the locale of the request, or in any that it may fall back to. */
function publishedFor(req: PayloadRequest): Where {
  const chain = chainOf(req)
  if (chain === null) return { _status: { equals: 'published' } }
  return { or: chain.map((locale) => ({ [`_status.${locale}`]: { equals: 'published' } })) }
}

export const versionsForTranslators: Access = ({ req: { user } }) => readsEveryDraft(user)

/** Earlier and unpublished versions are for those who work on the item. */
export const versionsForStaff: Access = ({ req: { user } }) => {
  if (readsEveryDraft(user)) return true
  const organisation = organisationOf(user)
  return organisation === null ? false : { 'version.responsibleOrganisation': { equals: organisation } }
}
