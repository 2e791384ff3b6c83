import { isWithinLimit, perSender } from '../../audience/rate-limit.ts'
import { databaseOf } from '../../database/database.ts'
import { privateHosts } from '../../dissemination/channel-care/private-hosts.ts'
import { type Actor, actorById, actorNamed } from '../../fediverse/actors.ts'
import { addressesAt } from '../../fediverse/addresses.ts'
import { countActors } from '../../fediverse/counts.ts'
import { followersDocument, objectDocument, outboxDocument } from '../../fediverse/documents.ts'
import { countFollowers } from '../../fediverse/followers.ts'
import { countObjects, newestObjects, objectById } from '../../fediverse/objects.ts'
import { placeAt } from '../../fediverse/place.ts'
import { receive } from '../../fediverse/receive.ts'
import { actorDocument, nodeInfo, nodeInfoLinks, webFinger } from '../../fediverse/server-documents.ts'
import { readWithin } from '../../network/read-within.ts'
import type { Visit } from '../visit.ts'
import { profileOf } from './profile.ts'
import { isActivity, jsonAnswer, moreThan, plainAnswer, wantsPage } from './wire.ts'

interface Named {
  readonly username: string
}

/** Long enough for a post of anybody, which we do not read; ours and what we act on are far shorter. */
const MAX_BODY_BYTES = 256 * 1024
/** What a server shows of an account that it has just met. */
const OUTBOX_POSTS = 20

type Answer<Params = Record<never, never>> = (visit: Visit, params: Params) => Promise<Response>

/** What other servers and their readers may ask of the network's accounts. */
export interface FediverseAnswers {
  readonly webFinger: Answer
  readonly nodeInfoLinks: Answer
  readonly nodeInfo: Answer
  readonly actor: Answer<Named>
  readonly outbox: Answer<Named>
  readonly followers: Answer<Named>
  readonly post: Answer<{ readonly id: string }>
  /** Of one account, or shared by all: whom something is for stands in it. */
  readonly inbox: Answer
}

/**
 * @param publicUrl where others find us, whatever a proxy made of it on the way.
 * @param allowedHosts `host:port` pairs on a private network whose servers may follow us.
 */
export function fediverseAnswers(publicUrl: string, allowedHosts = privateHosts): FediverseAnswers {
  const addresses = addressesAt(publicUrl)
  const pageOf = ({ locale }: Pick<Actor, 'locale'>): string => new URL(`/${locale}`, publicUrl).href
  const ofActor =
    (answer: (visit: Visit, actor: Actor) => Promise<Response>): Answer<Named> =>
    async (visit, { username }) => {
      const actor = await actorNamed(username, databaseOf(visit.payload))
      if (actor === null) return plainAnswer(404)
      return wantsPage(visit.request) ? toPage(pageOf(actor)) : answer(visit, actor)
    }

  return {
    async webFinger({ request, payload }) {
      const resource = new URL(request.url).searchParams.get('resource')
      if (resource === null) return plainAnswer(400)
      const [, named, host] = /^acct:@?([^@]+)@([^@]+)$/i.exec(resource) ?? []
      const username =
        named === undefined ? addresses.usernameIn(resource) : host === addresses.host ? named : null
      const actor = username === null ? null : await actorNamed(username, databaseOf(payload))
      if (actor === null) return plainAnswer(404)
      return jsonAnswer(request, webFinger(actor, pageOf(actor), addresses), 'application/jrd+json')
    },

    nodeInfoLinks: async ({ request }) => jsonAnswer(request, nodeInfoLinks(publicUrl), 'application/json'),

    async nodeInfo({ request, payload }) {
      const database = databaseOf(payload)
      const counts = { actors: await countActors(database), posts: await countObjects(null, database) }
      const type = 'application/json; profile="http://nodeinfo.diaspora.software/ns/schema/2.1#"'
      return jsonAnswer(request, nodeInfo(counts), type)
    },

    actor: ofActor(async ({ request, payload }, actor) =>
      jsonAnswer(request, actorDocument(actor, await profileOf(payload, actor.locale, publicUrl), addresses)),
    ),

    outbox: ofActor(async ({ request, payload }, { id, username }) => {
      const database = databaseOf(payload)
      const newest = await newestObjects(id, OUTBOX_POSTS, database)
      return jsonAnswer(
        request,
        outboxDocument(username, await countObjects(id, database), newest, addresses),
      )
    }),

    followers: ofActor(async ({ request, payload }, { id, username }) =>
      jsonAnswer(
        request,
        followersDocument(username, await countFollowers(id, databaseOf(payload)), addresses),
      ),
    ),

    async post({ request, payload }, { id }) {
      const database = databaseOf(payload)
      const object = await objectById(id, database)
      const actor = object === null ? null : await actorById(object.actorId, database)
      if (object === null || actor === null) return plainAnswer(404)
      // The item's page says why, too, where it was withdrawn.
      if (wantsPage(request)) return toPage(object.url)
      const document = objectDocument(object, actor.username, addresses)
      return jsonAnswer(request, document, undefined, object.note === null ? 410 : 200)
    },

    async inbox({ request, payload, now }) {
      if (!isActivity(request)) return plainAnswer(415)
      if (moreThan(MAX_BODY_BYTES, request)) return plainAnswer(413)
      const body = await readWithin(MAX_BODY_BYTES, request.body)
      if (body === null) return plainAnswer(413)
      const database = databaseOf(payload)
      const address = request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? null
      const place = placeAt(payload, publicUrl, await allowedHosts(payload))
      const received = await receive(place, asSigned(request, body, publicUrl), body.toString('utf8'), () =>
        isWithinLimit(perSender(address), now, database),
      )
      return plainAnswer(statusOf[received])
    },
  }
}

const statusOf = { accepted: 202, malformed: 400, unauthorised: 401, 'too-many': 429 } as const

/** A request as its sender made it: to our public address, which a proxy may have changed. What was meant for another host fails. */
function asSigned({ url, headers: given }: Request, body: Buffer<ArrayBuffer>, publicUrl: string): Request {
  const { pathname, search } = new URL(url)
  const at = new URL(pathname + search, publicUrl)
  const headers = new Headers(given)
  headers.set('host', at.host)
  return new Request(at, { method: 'POST', headers, body })
}

const toPage = (page: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: page, Vary: 'Accept', 'Cache-Control': 'no-cache' },
  })
