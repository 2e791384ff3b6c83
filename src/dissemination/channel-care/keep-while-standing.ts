import {
  APIError,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'

import { serviceNamed } from '../../channels/services.ts'
import { transactionOf } from '../../database/database.ts'
import { adminText } from '../../i18n/admin-text.ts'
import { countStanding } from '../../ledger/standing-places.ts'

/** Posts whose channel is gone could neither be corrected nor withdrawn. */
export const keepWhileStanding: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const stored = await req.payload.findByID({
    collection: 'channels',
    id,
    depth: 0,
    select: { service: true },
    disableErrors: true,
    req,
  })
  const count = await readable(stored?.service, id, req)
  if (count > 0) throw new APIError(adminText(req, 'views.channel.stands.delete', { count }), 409, null, true)
}

/** The names of posts mean others at another place: what is corrected or removed there would be somebody else's. */
export const stayWhileStanding: CollectionBeforeValidateHook = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const service = data?.service ?? originalDoc.service
  const moved = hostOf(data?.baseUrl ?? originalDoc.baseUrl) !== hostOf(originalDoc.baseUrl)
  if (service === originalDoc.service && !moved) return data
  const count = await readable(originalDoc.service, originalDoc.id, req)
  if (count === 0) return data
  const path = service === originalDoc.service ? 'baseUrl' : 'service'
  const message = adminText(req, 'views.channel.stands.move', { count })
  throw new ValidationError({ collection: 'channels', errors: [{ path, message }], req }, req.t)
}

/** How many posts people can read there. Programs are told of changes and show nothing. */
async function readable(service: unknown, id: string | number, req: PayloadRequest): Promise<number> {
  const look = serviceNamed(String(service))?.look
  return look === undefined || look === 'data' ? 0 : countStanding(String(id), await transactionOf(req))
}

/** What is no address is for its own field to refuse. */
const hostOf = (address: unknown): string => URL.parse(String(address))?.host ?? ''
