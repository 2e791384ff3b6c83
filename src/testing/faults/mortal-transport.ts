import type { Transport } from '../../newsletter/transports/transport.ts'
import { livingNow } from './life.ts'

/** The same transport, used by workers that may die before a batch leaves or before they see what came of it. */
export const mortalTransport = (
  transport: Transport,
  /** Mails in a batch at most: small ones, so that few people make many. */
  batchMax: number,
): Transport => ({
  ...transport,
  capabilities: { ...transport.capabilities, batchMax },
  send: (batch, options) => {
    const send = () => transport.send(batch, options)
    return livingNow()?.reach(send, 'service') ?? send()
  },
})
