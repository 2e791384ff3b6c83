import { addDataAndFileToRequest, type Endpoint } from 'payload'

import { isDataOfficer, seesAudienceNumbers } from '../../access/data-officers.ts'
import { databaseOf } from '../../database/database.ts'
import { checkCondition } from './check-condition.ts'
import { countSegment } from './count-segment.ts'
import { faultText } from './fault-text.ts'
import { numberOf } from './segment-condition.ts'
import { FEWEST, safeCells } from './small-cells.ts'

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

const count: Endpoint['handler'] = async (req) => {
  const { payload, user } = req
  if (!seesAudienceNumbers(user)) return answer(user === null ? 401 : 403, { error: 'not-allowed' })
  await addDataAndFileToRequest(req)
  const database = databaseOf(payload)
  const read = await checkCondition(req.data?.condition, database)
  if ('fault' in read) {
    const { path, problem } = read.fault
    return answer(422, {
      error: problem,
      field: ['condition', ...path].join('.'),
      number: numberOf(read.fault),
      message: faultText(req, read.fault),
    })
  }
  const cells = await countSegment(read.condition, new Date(), database)
  // Data officers may see who somebody is, so a small number tells them nothing new.
  const { total, cells: shown, others } = safeCells(cells, isDataOfficer(user) ? 1 : FEWEST)
  return answer(200, {
    total,
    languages: shown.map(({ key: locale, people }) => ({ locale, people })),
    others,
    fewest: FEWEST,
  })
}

/**
 * `POST /api/audience/segment-count {condition}`: how many active people meet it, in all and by first language. A `total` of
 * null stands for fewer than `fewest`; `others` are those of languages that are too small to be shown by themselves.
 */
export const segmentEndpoint: Endpoint = { path: '/audience/segment-count', method: 'post', handler: count }
