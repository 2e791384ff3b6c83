import { type DocumentLoader, FetchError, preloadedContexts } from '@fedify/fedify/runtime'

import { NetworkError } from '../network/network-error.ts'
import type { Requester } from '../network/request.ts'
import { type Signer, sendSigned } from './sign.ts'

/** Accounts and keys are a few thousand bytes. */
const MAX_BYTES = 256 * 1024
const ACCEPT =
  'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
const isJson = /^application\/(?:activity\+|ld\+|jrd\+)?json\b/i

/**
 * Fetches what others say of themselves over the guarded way out, each address once, and signed, since some servers answer
 * nobody else.
 * @param signer null: unsigned.
 */
export function remoteDocuments(request: Requester, signer: Signer | null): DocumentLoader {
  const known = new Map<string, ReturnType<DocumentLoader>>()
  return (address) => {
    const url = new URL(address)
    url.hash = ''
    const loaded = known.get(url.href) ?? load(url, request, signer)
    known.set(url.href, loaded)
    return loaded
  }
}

/** Vocabularies: those that are in use come with the library, others are fetched like anything else. */
export function remoteContexts(documents: DocumentLoader): DocumentLoader {
  return async (address) => {
    const document = preloadedContexts[address]
    return document === undefined ? documents(address) : { contextUrl: null, documentUrl: address, document }
  }
}

/** @throws {FetchError} whatever went wrong; with the answer, where there was one. */
async function load(url: URL, request: Requester, signer: Signer | null) {
  const asked = { url, method: 'GET', headers: { accept: ACCEPT }, maxBytes: MAX_BYTES } as const
  try {
    const { status, headers, body } = await (signer === null
      ? request(asked)
      : sendSigned(asked, signer, request))
    if (status < 200 || status >= 300)
      throw new FetchError(
        url,
        `answered ${status}`,
        new Response(null, { status: status < 200 ? 502 : status }),
      )
    if (!isJson.test(headers.get('content-type') ?? '')) throw new FetchError(url, 'is no JSON')
    return { contextUrl: null, documentUrl: url.href, document: JSON.parse(body.toString('utf8')) as unknown }
  } catch (error) {
    if (error instanceof NetworkError || error instanceof SyntaxError)
      throw new FetchError(url, error.message)
    throw error
  }
}
