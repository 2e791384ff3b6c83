import { momentIn } from '../../reading/v1/moment-in.ts'
import { isOaiError, type OaiError, oaiError } from './oai-error.ts'
import { type OaiSet, readSet } from './oai-set.ts'
import { type ListPlace, placeOf } from './resumption-token.ts'

const metadataPrefixes = ['oai_dc', 'oai_openaire'] as const
export type MetadataPrefix = (typeof metadataPrefixes)[number]

/** What is listed: the same for every page of a list. */
export interface ListRequest {
  readonly prefix: MetadataPrefix
  readonly set: OaiSet | null
  /** Both inclusive, whole seconds. */
  readonly from: Date | null
  readonly until: Date | null
  /** The arguments as they were stated, for the token that leads on. */
  readonly stated: Readonly<Record<string, string>>
}

/** A request that can be answered. */
export type OaiRequest =
  | { readonly verb: 'Identify' | 'ListSets' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier: string | null }
  | { readonly verb: 'GetRecord'; readonly identifier: string; readonly prefix: MetadataPrefix }
  | {
      readonly verb: 'ListIdentifiers' | 'ListRecords'
      readonly list: ListRequest
      readonly place: ListPlace
    }

interface Arguments {
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

const lists: Arguments = { required: ['metadataPrefix'], optional: ['from', 'until', 'set'] }
const verbs = {
  Identify: { required: [], optional: [] },
  ListSets: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: lists,
  ListRecords: lists,
} as const satisfies Readonly<Record<string, Arguments>>
type Verb = keyof typeof verbs

const isVerb = (value: string): value is Verb => Object.hasOwn(verbs, value)

/** Those that take an answer in parts. */
const inParts: readonly Verb[] = ['ListIdentifiers', 'ListRecords', 'ListSets']

/** http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm#ProtocolMessages */
export function readOaiRequest(parameters: URLSearchParams): OaiRequest | OaiError {
  const given = parameters.getAll('verb')
  const verb = given[0] ?? ''
  if (given.length !== 1 || !isVerb(verb))
    return oaiError('badVerb', `state one verb: ${Object.keys(verbs).join(', ')}`)
  const values = new Map([...parameters].filter(([name]) => name !== 'verb'))
  const repeated = firstRepeated([...parameters.keys()])
  if (repeated !== undefined) return oaiError('badArgument', `${repeated} is stated more than once`)
  const token = values.get('resumptionToken')
  if (token !== undefined && inParts.includes(verb)) return resumed(verb, token, values.size)

  const { required, optional }: Arguments = verbs[verb]
  const unknown = [...values.keys()].find((name) => ![...required, ...optional].includes(name))
  if (unknown !== undefined) return oaiError('badArgument', `${verb} takes no ${unknown}`)
  const missing = required.find((name) => !values.get(name))
  if (missing !== undefined) return oaiError('badArgument', `${verb} needs ${missing}`)
  return requestOf(verb, values)
}

/** Looks at each once: there may be as many as fit into a request. */
function firstRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}

function resumed(verb: Verb, token: string, size: number): OaiRequest | OaiError {
  if (size > 1) return oaiError('badArgument', 'resumptionToken stands alone')
  const notOurs = oaiError('badResumptionToken', 'the token is none of ours: start the list anew')
  const found = placeOf(token)
  if (found === null || (verb !== 'ListIdentifiers' && verb !== 'ListRecords')) return notOurs
  const list = listOf(new Map(Object.entries(found.list)))
  return isOaiError(list) ? notOurs : { verb, list, place: found.place }
}

function requestOf(verb: Verb, values: ReadonlyMap<string, string>): OaiRequest | OaiError {
  switch (verb) {
    case 'Identify':
    case 'ListSets':
      return { verb }
    case 'ListMetadataFormats':
      return { verb, identifier: values.get('identifier') ?? null }
    case 'GetRecord': {
      const prefix = prefixOf(values)
      return typeof prefix === 'string'
        ? { verb, prefix, identifier: values.get('identifier') ?? '' }
        : prefix
    }
    case 'ListIdentifiers':
    case 'ListRecords': {
      const list = listOf(values)
      return isOaiError(list) ? list : { verb, list, place: { after: 0, epoch: '', cursor: 0 } }
    }
  }
}

function prefixOf(values: ReadonlyMap<string, string>): MetadataPrefix | OaiError {
  const wanted = values.get('metadataPrefix')
  return (
    metadataPrefixes.find((each) => each === wanted) ??
    oaiError('cannotDisseminateFormat', `use one of ${metadataPrefixes.join(', ')}`)
  )
}

function listOf(values: ReadonlyMap<string, string>): ListRequest | OaiError {
  const prefix = prefixOf(values)
  if (typeof prefix !== 'string') return prefix
  const [from, until] = [momentOf(values.get('from'), 'start'), momentOf(values.get('until'), 'end')]
  if (from === 'unreadable' || until === 'unreadable')
    return oaiError('badArgument', 'from and until are days (2026-11-29) or seconds (2026-11-29T10:00:00Z)')
  if (from !== null && until !== null && values.get('from')?.length !== values.get('until')?.length)
    return oaiError('badArgument', 'from and until must be of one kind: both days, or both seconds')
  if (from !== null && until !== null && from > until)
    return oaiError('badArgument', 'from must not be after until')
  const spec = values.get('set')
  const set = spec === undefined ? null : readSet(spec)
  if (set === 'unreadable') return oaiError('badArgument', 'set is not a set of ours: ask ListSets')
  return { prefix, set, from, until, stated: Object.fromEntries(values) }
}

const day = /^\d{4}-\d\d-\d\d$/
const second = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

function momentOf(written: string | undefined, end: 'start' | 'end'): Date | null | 'unreadable' {
  if (written === undefined) return null
  if (!day.test(written) && !second.test(written)) return 'unreadable'
  return (
    momentIn(day.test(written) ? `${written}T${end === 'start' ? '00:00:00' : '23:59:59'}Z` : written) ??
    'unreadable'
  )
}
