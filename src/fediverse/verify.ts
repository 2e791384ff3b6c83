import { type DocumentLoader, FetchError } from '@fedify/fedify/runtime'
import { verifyRequestDetailed } from '@fedify/fedify/sig'
import { isActor, Object as RemoteObject } from '@fedify/fedify/vocab'

import type { Requester } from '../network/request.ts'
import { remoteContexts, remoteDocuments } from './remote-documents.ts'
import type { Signer } from './sign.ts'

/** Where an account that has proved who it is can be reached. */
export interface RemoteAccount {
  readonly id: string
  readonly inbox: string
  /** Null: it shares none. */
  readonly sharedInbox: string | null
}

/** `gone`: nothing was proved, and the account's own server says that it is no more. */
export type Verdict = RemoteAccount | 'gone' | 'refused'

/** How far a sender's clock may be off. */
const WINDOW = { hours: 1 } as const

/**
 * Finds out whether an account really sent a request: the signature holds for these bytes, this address and about now, and
 * the key is one that the account itself names. That a key names an account proves nothing: anybody can write one that does.
 */
export async function verifySender(
  request: Request,
  actor: string,
  { request: ask, signer }: { readonly request: Requester; readonly signer: Signer | null },
): Promise<Verdict> {
  const documentLoader = remoteDocuments(ask, signer)
  const contextLoader = remoteContexts(documentLoader)
  const verified = await verifyRequestDetailed(request, {
    documentLoader,
    contextLoader,
    timeWindow: WINDOW,
  }).catch(unreadable)
  if (!verified.verified) return (await isGone(actor, documentLoader)) ? 'gone' : 'refused'
  const keyId = verified.key.id?.href
  const account = await load(actor, documentLoader, contextLoader)
  if (account === null || account.id?.href !== new URL(actor).href || !isActor(account)) return 'refused'
  if (!account.publicKeyIds.some(({ href }) => href === keyId)) return 'refused'
  const { inboxId, endpoints } = account
  const sharedInbox = endpoints?.sharedInbox ?? null
  // Posts must not be sent where the account's own server has not said so itself.
  if (inboxId === null || !isBeside(inboxId, actor)) return 'refused'
  return {
    id: actor,
    inbox: inboxId.href,
    sharedInbox: sharedInbox !== null && isBeside(sharedInbox, actor) ? sharedInbox.href : null,
  }
}

/** An account that is gone signs with a key that is gone, too. Its own address tells, whatever a request says of keys. */
async function isGone(actor: string, documentLoader: DocumentLoader): Promise<boolean> {
  try {
    await documentLoader(actor)
    return false
  } catch (error) {
    return error instanceof FetchError && error.response?.status === 410
  }
}

/** Null: it cannot be had, or says nothing that makes sense. */
async function load(
  address: string,
  documentLoader: DocumentLoader,
  contextLoader: DocumentLoader,
): Promise<RemoteObject | null> {
  try {
    const { document } = await documentLoader(address)
    return await RemoteObject.fromJsonLd(document, { documentLoader, contextLoader })
  } catch {
    // Whatever a stranger's server does wrong, it proves nothing.
    return null
  }
}

/** What a stranger wrote as a signature or a date may make no sense at all. */
const unreadable = () => ({ verified: false, reason: { type: 'noSignature' } }) as const

const isBeside = (url: URL, actor: string): boolean => url.origin === new URL(actor).origin
