import type { Payload } from 'payload'

import { type Requester, requester } from '../network/request.ts'
import { type Addresses, addressesAt } from './addresses.ts'

/** Our own place in the fediverse, and the guarded way out of it. */
export interface Place {
  readonly payload: Payload
  readonly publicUrl: string
  readonly addresses: Addresses
  readonly request: Requester
}

/** @param allowedPrivateHosts `host:port` pairs on a private network whose servers may follow us. */
export const placeAt = (
  payload: Payload,
  publicUrl: string,
  allowedPrivateHosts: readonly string[],
): Place => ({
  payload,
  publicUrl,
  addresses: addressesAt(publicUrl),
  request: requester({ allowedPrivateHosts }),
})
