import type { Payload } from 'payload'

import type { NamedReference, PublicDocument } from '../reading/contract/document.ts'
import { browseDocuments, documentsOf } from '../reading/documents/browse-documents.ts'
import { referenceOf, referencesOf } from './details.ts'
import type { SiteContext } from './site-context.ts'

/** Projects and communities of a network; more than these it has not. */
const MOST = 100

/** Who takes part in the network's projects, and as what. */
export interface Partner {
  readonly organisation: PublicDocument
  readonly role: 'coordinator' | 'leader' | 'partner'
  /** The communities that it leads. */
  readonly leads: readonly PublicDocument[]
}

/** In the order of their parts: who coordinates, who leads a community, all others. */
export async function loadPartners(payload: Payload, context: SiteContext): Promise<readonly Partner[]> {
  const projects = await loadAll(payload, context, 'projects')
  const communities = await loadAll(payload, context, 'communities')
  const coordinators = projects.flatMap(({ details }) => referenceOf(details.coordinator) ?? [])
  const partners = projects.flatMap(({ details }) => referencesOf(details.partners))
  const organisations = await documentsOf(payload, distinct([...coordinators, ...partners]), context.locale)
  return organisations
    .map((organisation): Partner => {
      const leads = communities.filter(({ details }) => referenceOf(details.leader)?.id === organisation.id)
      const isHead = coordinators.some(({ id }) => id === organisation.id)
      return { organisation, leads, role: isHead ? 'coordinator' : leads.length > 0 ? 'leader' : 'partner' }
    })
    .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
}

const roles: readonly Partner['role'][] = ['coordinator', 'leader', 'partner']

const distinct = (references: readonly NamedReference[]) =>
  [...new Map(references.map((each) => [each.id, each])).values()].map(({ id }) => ({
    collection: 'organisations' as const,
    id,
  }))

/** All documents of a collection that holds few, in the order in which the network took them up. */
export async function loadAll(
  payload: Payload,
  { locale }: Pick<SiteContext, 'locale'>,
  collection: 'communities' | 'projects',
): Promise<readonly PublicDocument[]> {
  const { documents } = await browseDocuments(
    payload,
    { collections: [collection], locale },
    { order: 'oldest', perPage: MOST },
  )
  return documents
}
