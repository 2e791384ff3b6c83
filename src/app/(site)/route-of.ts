import config from '@payload-config'
import { after } from 'next/server'
import { getPayload } from 'payload'

import { goingFirst } from '../../newsletter/transports/request-pace.ts'
import { ownTransport } from '../../newsletter/transports/transport-for.ts'
import { handOver } from '../../site/subscriber/hand-over.ts'
import type { Visit } from '../../site/visit.ts'

/** Makes a route of an answer: gives it what it takes, and nothing of Next. */
export const routeOf =
  <Params = Record<never, never>>(answer: (visit: Visit, params: Params) => Promise<Response>) =>
  async (request: Request, { params }: { readonly params: Promise<Params> }): Promise<Response> => {
    const payload = await getPayload({ config })
    const visit: Visit = {
      request,
      payload,
      now: new Date(),
      later: (work) => after(work),
      mail: (letter) => handOver(letter, goingFirst(ownTransport(), payload), payload),
    }
    return answer(visit, await params)
  }
