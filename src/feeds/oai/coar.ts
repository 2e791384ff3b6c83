import type { PublicDocument } from '../../reading/contract/document.ts'
import { codesIn, referencesIn } from '../../reading/formats/details.ts'
import type { OaiCollection } from './oai-records.ts'

/** https://vocabularies.coar-repositories.org/resource_types/ */
const TYPES = 'http://purl.org/coar/resource_type/'

export interface ResourceType {
  readonly uri: string
  /** COAR's own, in English. */
  readonly label: string
}

const ofCollection: Readonly<Record<OaiCollection, ResourceType>> = {
  practices: { uri: `${TYPES}c_18cf`, label: 'text' },
  publications: { uri: `${TYPES}c_93fc`, label: 'report' },
  'peer-reviews': { uri: `${TYPES}H9BQ-739P`, label: 'peer review' },
  events: { uri: `${TYPES}c_18cf`, label: 'text' },
  news: { uri: `${TYPES}c_18cf`, label: 'text' },
}

const labels: Readonly<Record<string, string>> = {
  c_18cf: 'text',
  c_18op: 'project deliverable',
  c_186u: 'policy report',
  c_2f33: 'book',
  c_3248: 'book part',
  c_71bd: 'technical documentation',
  c_8042: 'working paper',
  c_93fc: 'report',
  c_e059: 'learning object',
  c_efa0: 'review',
  'H9BQ-739P': 'peer review',
}

/** What kind of work it is. A publication's own type is tied to COAR by its authority address. */
export function resourceTypeOf({ collection, details }: PublicDocument): ResourceType {
  const own = referencesIn(details, 'type')[0]?.uri ?? ''
  const label = own.startsWith(TYPES) ? labels[own.slice(TYPES.length)] : undefined
  if (label !== undefined) return { uri: own, label }
  return collection in ofCollection
    ? ofCollection[collection as OaiCollection]
    : { uri: `${TYPES}c_18cf`, label: 'text' }
}

/**
 * Kinds that version 4.0 of OpenAIRE's schema does not know yet, each with the nearest that it does. A harvester refuses a
 * record with any other. https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd
 */
const olderKind: Readonly<Record<string, ResourceType>> = {
  [`${TYPES}H9BQ-739P`]: { uri: `${TYPES}c_efa0`, label: 'review' },
  [`${TYPES}c_e059`]: { uri: `${TYPES}c_18cf`, label: 'text' },
}

export const openaireTypeOf = (document: PublicDocument): ResourceType => {
  const type = resourceTypeOf(document)
  return olderKind[type.uri] ?? type
}

interface AccessRight extends ResourceType {
  /** https://wiki.surfnet.nl/display/standards/info-eu-repo */
  readonly euRepo: string
}

const RIGHTS = 'http://purl.org/coar/access_right/'
const rights: Readonly<Record<string, AccessRight>> = {
  embargoed: {
    uri: `${RIGHTS}c_f1cf`,
    label: 'embargoed access',
    euRepo: 'info:eu-repo/semantics/embargoedAccess',
  },
  restricted: {
    uri: `${RIGHTS}c_16ec`,
    label: 'restricted access',
    euRepo: 'info:eu-repo/semantics/restrictedAccess',
  },
  'metadata-only': {
    uri: `${RIGHTS}c_14cb`,
    label: 'metadata only access',
    euRepo: 'info:eu-repo/semantics/closedAccess',
  },
}
const open: AccessRight = {
  uri: `${RIGHTS}c_abf2`,
  label: 'open access',
  euRepo: 'info:eu-repo/semantics/openAccess',
}

/** Open unless it says otherwise: it is public here. https://vocabularies.coar-repositories.org/access_rights/ */
export const accessRightOf = ({ details }: PublicDocument): AccessRight =>
  rights[codesIn(details, 'accessRight')[0] ?? ''] ?? open
