import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getPayload, handleEndpoints, type Payload } from 'payload'

import config from '../../../payload.config.ts'
import { env } from '../../env.ts'
import { startFrontCache } from '../../reading/cache/start-front-cache.ts'
import { projectWork } from '../../reading/documents/project-documents.ts'
import { answerGraphql } from '../../reading/graphql/answer-graphql.ts'
import { testItem } from '../create-item.ts'
import { seededRandom } from '../seeded-random.ts'
import type { Change } from './judge.ts'
import { locales, type Message, placeOf, sharedClock, type Work } from './messages.ts'

// A web process as far as readers and the cache can tell, which also changes what they read. Started by `startWebProcess`.
process.once('disconnect', () => process.exit())

const payload = await getPayload({ config, disableOnInit: true })
const front = startFrontCache({
  origin,
  connectionString: env.DATABASE_URL ?? '',
  publicUrl: new URL(env.PUBLIC_URL),
  maxBytes: 8 * 1024 ** 2,
  purger: null,
  onLost: () => undefined,
})
const server = createServer(front.answer)
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.on('message', (work: Work) => void changeAll(payload, work).then((changes) => tell({ changes })))
tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })

function tell(message: Message): void {
  process.send?.(message)
}

/** Payload's REST interface and the contract's GraphQL as Next would call them. */
async function origin({ url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = new Request(new URL(url ?? '/', env.PUBLIC_URL), {
    headers: { accept: String(headers.accept) },
  })
  const answer = url?.startsWith('/v1/')
    ? await answerGraphql(payload, request, new Date())
    : await handleEndpoints({ config, request })
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(await answer.text())
}

async function changeAll(payload: Payload, work: Work): Promise<readonly Change[]> {
  const random = seededRandom(work.seed)
  const made: Change[] = []
  let begun = 0
  const writer = async (): Promise<void> => {
    while (begun < work.changes) {
      begun += 1
      const change = await changeOne(payload, work, begun, random)
      if (change !== null) made.push(change)
    }
  }
  await Promise.all(Array.from({ length: work.atOnce }, writer))
  return made
}

/** Null: what readers see stays as it is. */
async function changeOne(
  payload: Payload,
  { itemIds, seed }: Work,
  count: number,
  random: () => number,
): Promise<Change | null> {
  const oneOf = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value
  const item = testItem(payload, oneOf(itemIds))
  const locale = oneOf(locales)
  const title = `Version ${seed}.${count} of ${item.id}`
  const dice = random()
  const began = sharedClock()
  const changed = (to: string | null): Change => ({
    place: placeOf(item.id, locale),
    title: to,
    began,
    ended: sharedClock(),
  })
  if (dice < 0.2) {
    await item.saveDraft(locale, { title: `SECRET ${title}` })
    return null
  }
  if (dice < 0.45) {
    await item.saveDraft(locale, {}, { unpublish: true })
    await projectWork(payload)
    return changed(null)
  }
  await item.publish(locale, { title })
  // As the worker does.
  await projectWork(payload)
  return changed(title)
}
