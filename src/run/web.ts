import './load-env-file.ts'
import './as-production.ts'

import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

import next from 'next'

import { allowedMethods } from '../app/allowed-methods.ts'
import { env, requireEnv } from '../env.ts'
import { startFrontCache } from '../reading/cache/start-front-cache.ts'
import { admitRequest } from './admit-request.ts'
import { cacheSettings } from './cache-settings.ts'
import { serve } from './child.ts'
import { stateClientAddress } from './client-address.ts'
import { projectRoot } from './project-root.ts'
import { stateAllowed } from './state-allowed.ts'
import { stopServer } from './stop-server.ts'

/** How long answers that are under way may take once we were asked to stop. */
const DRAIN_MS = 4000
/** How long the cache and Next may take to close. */
const CLOSE_WITHIN_MS = 2000
const FIRST_ANSWER_MS = 90_000

await serve(async () => {
  requireEnv(env)
  const app = next({ dev: false, dir: projectRoot, hostname: env.HOST, port: env.PORT })
  await app.prepare()
  const answer = app.getRequestHandler()
  const front = startFrontCache({
    ...cacheSettings(env),
    origin: (request, response) => {
      const { url = '/' } = request
      stateAllowed(response, () => allowedMethods(url.split('?', 1)[0] ?? url))
      return answer(request, response)
    },
  })
  const server = createServer((request, response) => {
    stateClientAddress(request)
    if (admitRequest(request, response)) front.answer(request, response)
  })
  server.listen(env.PORT, env.HOST)
  await once(server, 'listening')
  await firstAnswer()
  return {
    async stop() {
      await stopServer(server, DRAIN_MS)
      // What they hold ends with the process. Nobody is answered any more, so nobody is to wait for them.
      await Promise.race([Promise.all([front.stop(), app.close()]), wait(CLOSE_WITHIN_MS)])
    },
  }
})

/** Ready means that the first person who looks does not wait: this boots Payload inside Next. */
async function firstAnswer(): Promise<void> {
  const address = `http://${env.HOST}:${env.PORT}/admin/login`
  const { status } = await fetch(address, { signal: AbortSignal.timeout(FIRST_ANSWER_MS) })
  if (status >= 500) throw new Error(`the admin answers ${status}`)
}
