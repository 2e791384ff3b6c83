import type { Outcome, Transport } from '../../newsletter/transports/transport.ts'
import { livingNow } from './life.ts'

interface Mortal {
  /** Mails in a batch at most: small ones, so that few people make many. */
  readonly batchMax: number
  /** Told of each mail of which the worker saw what came of it. */
  readonly saw: (deliveryId: string, outcome: Outcome['kind']) => void
}

/** The same transport, used by workers that may die before mails leave or before they see what came of them. */
export const mortalTransport = (transport: Transport, { batchMax, saw }: Mortal): Transport => ({
  ...transport,
  capabilities: { ...transport.capabilities, batchMax },
  send: async (batch, options) => {
    const send = () => transport.send(batch, options)
    const outcomes = await (livingNow()?.reach(send, 'service') ?? send())
    for (const [index, { head }] of batch.mails.entries())
      saw(head.deliveryId, outcomes[index]?.kind ?? 'ambiguous')
    return outcomes
  },
  sendOne: async (mail, options) => {
    const send = () => transport.sendOne(mail, options)
    const outcome = await (livingNow()?.reach(send, 'service') ?? send())
    const deliveryId = mail.listed?.deliveryId ?? null
    if (deliveryId !== null) saw(deliveryId, outcome.kind)
    return outcome
  },
})
