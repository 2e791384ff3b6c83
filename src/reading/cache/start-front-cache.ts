import type { IncomingMessage, ServerResponse } from 'node:http'

import { contentEar } from './content-ear.ts'
import { frontCache } from './front-cache.ts'
import type { Origin } from './origin-answer.ts'
import { EVERYTHING } from './public-content.ts'
import { keptByCdn, type Purger } from './purge.ts'

interface Settings {
  readonly origin: Origin
  readonly connectionString: string
  readonly publicUrl: URL
  /** 0: nothing is kept. */
  readonly maxBytes: number
  /** Null: no CDN is to be told what changes. */
  readonly purger: Purger | null
  /** The connection on which changes are heard ended; nothing is answered from memory until there is another. */
  readonly onLost: (why: string | null) => void
}

/** What stands in front of the origin, for as long as the process runs. */
interface Front {
  answer(request: IncomingMessage, response: ServerResponse): void
  stop(): Promise<void>
}

export function startFrontCache(settings: Settings): Front {
  const { origin, connectionString, publicUrl, maxBytes, purger, onLost } = settings
  if (maxBytes === 0)
    return { answer: (request, response) => void origin(request, response), stop: async () => undefined }
  const ear = contentEar(connectionString, (heard) => {
    switch (heard.kind) {
      case 'changed':
        cache.drop(heard.tags)
        return purger?.purge(heard.tags)
      // Whatever changed meanwhile was heard by nobody.
      case 'listening':
        cache.dropAll()
        return purger?.purge([EVERYTHING])
      case 'lost':
        cache.dropAll()
        return onLost(heard.why)
    }
  })
  const cache = frontCache({ origin, ear, publicUrl, maxBytes, forCdn: purger === null ? null : keptByCdn })
  return {
    answer: cache.answer,
    async stop() {
      await ear.stop()
      purger?.stop()
    },
  }
}
