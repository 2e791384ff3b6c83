import type { Payload } from 'payload'

import { type Database, databaseOf } from '../../database/database.ts'
import { readWithin } from '../../network/read-within.ts'
import { changeHistory, historySince, isOf } from '../../reading/changes/change-history.ts'
import { freshen } from '../../reading/documents/freshen.ts'
import { publicAnswer } from '../../reading/formats/public-answer.ts'
import { type Xml, xml } from '../xml.ts'
import { identify, listFormats, listSets } from './about-repository.ts'
import { errorElement, headerElement, OAI_TYPE, oaiDocument, recordElement } from './oai-document.ts'
import { isOaiError, type OaiError, oaiError } from './oai-error.ts'
import { collectionsIn, findRecord, listRecords, type OaiCollection } from './oai-records.ts'
import { type OaiRequest, readOaiRequest } from './oai-request.ts'
import { tokenOf } from './resumption-token.ts'

/** Records in one answer. OpenAIRE asks for 100 to 500. */
const PAGE = 200

interface Options {
  readonly now: Date
  /** @default 200 */
  readonly page?: number
}

/**
 * `/oai`: OAI-PMH 2.0, by GET and by POST. Errors of the protocol are answers like any other, with status 200.
 * http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm
 */
export async function answerOai(
  payload: Payload,
  request: Request,
  { now, page = PAGE }: Options,
): Promise<Response> {
  const parameters = await parametersOf(request)
  const asked = parameters === null ? tooLong : readOaiRequest(parameters)
  await freshen(payload)
  const answered = isOaiError(asked) ? asked : await answerTo(payload, asked, page)
  const [answer, makesSense] = isOaiError(answered)
    ? [errorElement(answered), answered.code !== 'badVerb' && answered.code !== 'badArgument']
    : [answered, true]
  const stated = makesSense && parameters !== null ? Object.fromEntries(parameters) : {}
  return publicAnswer(request, {
    body: oaiDocument(answer, stated, now),
    contentType: OAI_TYPE,
    locale: null,
    changedAt: null,
    tags: ['content', 'network'],
    // The moment of an answer is in it, but is nothing that changed.
    version: oaiDocument(answer, stated, new Date(0)),
    ...(request.method === 'POST' && { cacheControl: 'no-store' }),
  })
}

/** As long as an address may be: all arguments together are far shorter. */
const MAX_BYTES = 16 * 1024
const tooLong = oaiError('badArgument', 'the arguments are longer than any that we understand')

/** Null: too long. https://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm#HTTPRequestFormat */
async function parametersOf({ method, url, body }: Request): Promise<URLSearchParams | null> {
  if (method !== 'POST') return new URL(url).searchParams
  const read = await readWithin(MAX_BYTES, body)
  return read === null ? null : new URLSearchParams(read.toString('utf8'))
}

async function answerTo(payload: Payload, asked: OaiRequest, page: number): Promise<Xml | OaiError> {
  switch (asked.verb) {
    case 'Identify':
      return identify(payload)
    case 'ListSets':
      return listSets(payload)
    case 'ListMetadataFormats':
      return formatsOf(payload, asked.identifier)
    case 'GetRecord':
      return record(payload, asked)
    case 'ListIdentifiers':
    case 'ListRecords':
      return list(payload, asked, page)
  }
}

const beganAt = async (database: Database): Promise<Date | null> =>
  historySince(await changeHistory(database), database)

const noSuchRecord = (): OaiError => oaiError('idDoesNotExist', 'there is no record of that identifier')

const isIn = (collection: OaiCollection, prefix: keyof typeof collectionsIn): boolean =>
  collectionsIn[prefix].some((each) => each === collection)

async function formatsOf(payload: Payload, identifier: string | null): Promise<Xml | OaiError> {
  if (identifier === null) return listFormats(['oai_dc', 'oai_openaire'])
  const database = databaseOf(payload)
  const found = await findRecord(identifier, await beganAt(database), database)
  if (found === null) return noSuchRecord()
  return listFormats(isIn(found.collection, 'oai_openaire') ? ['oai_dc', 'oai_openaire'] : ['oai_dc'])
}

async function record(
  payload: Payload,
  { identifier, prefix }: Extract<OaiRequest, { verb: 'GetRecord' }>,
): Promise<Xml | OaiError> {
  const database = databaseOf(payload)
  const found = await findRecord(identifier, await beganAt(database), database)
  if (found === null) return noSuchRecord()
  if (!isIn(found.collection, prefix))
    return oaiError('cannotDisseminateFormat', `${found.collection} are not told in ${prefix}`)
  return xml`
<GetRecord>${recordElement(found, prefix)}
</GetRecord>`
}

async function list(
  payload: Payload,
  { verb, list: wanted, place }: Extract<OaiRequest, { verb: 'ListIdentifiers' | 'ListRecords' }>,
  page: number,
): Promise<Xml | OaiError> {
  const database = databaseOf(payload)
  const history = await changeHistory(database)
  if (place.after > 0 && !isOf(history, { epoch: place.epoch, seq: place.after }))
    return oaiError('badResumptionToken', 'the list was made anew since: start it again, without from')
  const began = await historySince(history, database)
  const found = await listRecords(wanted, { after: place.after, began, limit: page }, database)
  const records = found.slice(0, page)
  const last = records.at(-1)
  // Also after a token: what was to follow may have left the list meanwhile.
  if (last === undefined) return oaiError('noRecordsMatch', 'nothing that is public fits these arguments')
  const next =
    found.length > page
      ? tokenOf(wanted.stated, {
          after: last.seq,
          epoch: history.epoch,
          cursor: place.cursor + records.length,
        })
      : ''
  const elements = records.map((each) =>
    verb === 'ListRecords' ? recordElement(each, wanted.prefix) : headerElement(each),
  )
  const token =
    (next !== '' || place.cursor > 0) &&
    xml`
<resumptionToken cursor="${place.cursor}">${next}</resumptionToken>`
  return verb === 'ListRecords'
    ? xml`
<ListRecords>${elements}${token}
</ListRecords>`
    : xml`
<ListIdentifiers>${elements}${token}
</ListIdentifiers>`
}
