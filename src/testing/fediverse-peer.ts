import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import {
  createFederation,
  type Federation,
  type InboxContext,
  MemoryKvStore,
} from '@fedify/fedify/federation'
import {
  Accept,
  Create,
  Delete,
  Document,
  Endpoints,
  Follow,
  isActor,
  Note,
  Person,
  Undo,
  Update,
} from '@fedify/fedify/vocab'

import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'

/** A post as it is kept there. */
interface KeptNote {
  readonly content: string
  readonly languages: readonly string[]
  readonly url: string | null
  readonly alt: string | null
}

/** Another server of the fediverse, written with a library of its own kind: it verifies all that it is sent, and keeps it. */
export interface FediversePeer extends AsyncDisposable {
  readonly url: string
  readonly host: string
  readonly failNext: FaultProxy['failNext']
  /** Address → what readers see there now, in the order in which it came. */
  readonly notes: ReadonlyMap<string, KeptNote>
  /** Kinds of activities, in the order in which they were taken up, each once. */
  readonly received: readonly string[]
  /** Who accepted a follow. */
  readonly acceptedBy: readonly string[]
  follow(actor: string, reader?: string): Promise<void>
  unfollow(actor: string, reader?: string): Promise<void>
  /** An account is removed, and says so; its address answers 410 from then on. */
  removeReader(actor: string, reader?: string): Promise<void>
  actorOf(reader?: string): string
  keyOf(reader?: string): Promise<CryptoKeyPair>
}

const FIRST_READER = 'ada'

/** @param ownInboxes without a shared one. */
export async function startFediversePeer({ ownInboxes = false } = {}): Promise<FediversePeer> {
  const notes = new Map<string, KeptNote>()
  const received: string[] = []
  const acceptedBy: string[] = []
  const gone = new Set<string>()
  const keys = new Map<string, Promise<CryptoKeyPair>>()
  const keyOf = (reader = FIRST_READER) => {
    const known = keys.get(reader) ?? makeKey()
    keys.set(reader, known)
    return known
  }
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming
    const body = await buffer(incoming)
    const asked = new Request(new URL(url, way.url), {
      method,
      headers: headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    })
    const isGone = [...gone].some((reader) => url === `/users/${reader}`)
    const answer = isGone
      ? new Response(null, { status: 410 })
      : await federation.fetch(asked, { contextData: undefined })
    outgoing
      .writeHead(answer.status, Object.fromEntries(answer.headers))
      .end(Buffer.from(await answer.arrayBuffer()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const way = await startFaultProxy(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ({ method, path }) => method === 'POST' && path.endsWith('inbox'),
  )
  const federation = createFederation<void>({
    kv: new MemoryKvStore(),
    origin: way.url,
    allowPrivateAddress: true,
  })
  describe(federation, { notes, received, acceptedBy, keyOf, ownInboxes })
  const context = federation.createContext(new URL(way.url), undefined)
  const actorOf = (reader = FIRST_READER) => context.getActorUri(reader).href
  /** As a program does: looks the account up, and writes to its own inbox. */
  const send = async (actor: string, reader: string, activity: Follow | Undo | Delete) => {
    const recipient = await context.lookupObject(actor)
    if (!isActor(recipient)) throw new Error(`${actor} is no account`)
    await context.sendActivity({ identifier: reader }, recipient, activity, { immediate: true })
  }
  const followOf = (actor: string, reader: string, serial: number) =>
    new Follow({
      id: new URL(`${actorOf(reader)}#follow-${serial}`),
      actor: new URL(actorOf(reader)),
      object: new URL(actor),
    })
  let serial = 0
  return {
    url: way.url,
    host: new URL(way.url).host,
    failNext: way.failNext,
    notes,
    received,
    acceptedBy,
    actorOf,
    keyOf,
    follow: (actor, reader = FIRST_READER) => send(actor, reader, followOf(actor, reader, ++serial)),
    unfollow: (actor, reader = FIRST_READER) =>
      send(
        actor,
        reader,
        new Undo({
          id: new URL(`${actorOf(reader)}#undo-${++serial}`),
          actor: new URL(actorOf(reader)),
          object: followOf(actor, reader, serial),
        }),
      ),
    async removeReader(actor, reader = FIRST_READER) {
      const recipient = await context.lookupObject(actor)
      if (!isActor(recipient)) throw new Error(`${actor} is no account`)
      gone.add(reader)
      const own = new URL(actorOf(reader))
      const activity = new Delete({ id: new URL(`${own.href}#delete`), actor: own, object: own })
      await context.sendActivity({ identifier: reader }, recipient, activity, { immediate: true })
    },
    async [Symbol.asyncDispose]() {
      await way[Symbol.asyncDispose]()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Kept {
  readonly notes: Map<string, KeptNote>
  readonly received: string[]
  readonly acceptedBy: string[]
  readonly keyOf: (reader: string) => Promise<CryptoKeyPair>
  readonly ownInboxes: boolean
}

function describe(
  federation: Federation<void>,
  { notes, received, acceptedBy, keyOf, ownInboxes }: Kept,
): void {
  federation
    .setActorDispatcher('/users/{identifier}', async (context, identifier) => {
      const [pair] = await context.getActorKeyPairs(identifier)
      return new Person({
        id: context.getActorUri(identifier),
        preferredUsername: identifier,
        inbox: context.getInboxUri(identifier),
        publicKey: pair?.cryptographicKey ?? null,
        endpoints: ownInboxes ? null : new Endpoints({ sharedInbox: context.getInboxUri() }),
      })
    })
    .setKeyPairsDispatcher(async (_, identifier) => [await keyOf(identifier)])
  /** Only from who wrote it, and only what it says itself. */
  const keep = async (activity: Create | Update, context: InboxContext<void>) => {
    const object = await activity.getObject(context)
    if (!(object instanceof Note) || object.id === null) throw new Error('it is about no post')
    if (object.attributionId?.href !== activity.actorId?.href)
      throw new Error('it is about somebody else’s post')
    const alts: string[] = []
    for await (const each of object.getAttachments(context))
      if (each instanceof Document) alts.push(String(each.name))
    notes.set(object.id.href, {
      content: String(object.content),
      languages: object.contents.flatMap((each) => (typeof each === 'string' ? [] : [String(each.locale)])),
      url: object.url instanceof URL ? object.url.href : null,
      alt: alts[0] ?? null,
    })
  }
  federation
    .setInboxListeners('/users/{identifier}/inbox', '/inbox')
    .on(Accept, (_, accept) => {
      received.push('Accept')
      acceptedBy.push(accept.actorId?.href ?? '')
    })
    .on(Create, async (context, create) => {
      received.push('Create')
      await keep(create, context)
    })
    .on(Update, async (context, update) => {
      received.push('Update')
      await keep(update, context)
    })
    .on(Delete, (_, { objectId }) => {
      received.push('Delete')
      notes.delete(objectId?.href ?? '')
    })
}

const makeKey = async (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['sign', 'verify'],
  )
