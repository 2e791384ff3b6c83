import type { Payload } from 'payload'

import { type Database, databaseOf } from '../../database/database.ts'
import { oweTokens, type Wanted } from '../../ledger/pace/take-tokens.ts'
import type { Transport } from './transport.ts'

/** Name of the bucket that holds a transport's requests. */
export const transportKey = (transport: string): string => `transport:${transport}`

type Counted = Pick<Transport, 'name'> & {
  readonly capabilities: Pick<Transport['capabilities'], 'requestsPerSecond' | 'requestsAtOnce'>
}

/** What a transport allows. Nothing when it allows everything. */
export const transportWants = (
  { name, capabilities: { requestsPerSecond, requestsAtOnce } }: Counted,
  requests: number,
): readonly Wanted[] =>
  requestsPerSecond === null
    ? []
    : [{ key: transportKey(name), amount: requests, perSecond: requestsPerSecond, capacity: requestsAtOnce }]

/** Notes a request that waits for nobody: letters wait for one more. */
export const oweRequest = (transport: Counted, database: Database): Promise<void> =>
  oweTokens(transportWants(transport, 1), database)

/**
 * The same transport for mails that somebody waits for, such as confirmations. They go at once, whatever letters take, and
 * owe the token: letters stand back until it is paid.
 */
export const goingFirst = (transport: Transport, payload: Payload): Transport => ({
  ...transport,
  sendOne: async (mail, options) => {
    if (transport.capabilities.requestsPerSecond !== null) await oweRequest(transport, databaseOf(payload))
    return transport.sendOne(mail, options)
  },
})
