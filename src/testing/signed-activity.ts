import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'

import { type Requester, requester } from '../network/request.ts'
import { type ApiCall, type ApiReply, loopbackApi } from './services/loopback-api.ts'

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
export const ada = keys()
export const mallory = keys()
/** As an account publishes its key. */
export const pem = ({ publicKey }: { readonly publicKey: KeyObject }) =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** Accounts as somebody writes them by hand, and whatever else is served beside them. */
export async function startStrangers(more: (call: ApiCall, url: string) => ApiReply | null = () => null) {
  const server = await loopbackApi((call) => {
    const { origin, pathname } = call.url
    const own = more(call, origin)
    if (own !== null) return own
    const name = pathname.split('/').at(-1) ?? ''
    const key = { ada, mallory }[name]
    return key === undefined ? { status: 404 } : json(account(`${origin}${pathname}`, pem(key)))
  })
  return server
}

/** As documents of the fediverse are served. */
export const json = (body: unknown): ApiReply => ({
  status: 200,
  headers: { 'content-type': 'application/activity+json' },
  body: JSON.stringify(body),
})
/** A person, as far as others need to know one. */
export const account = (id: string, publicKeyPem: string, more = {}) => ({
  '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
  id,
  type: 'Person',
  inbox: `${id}/inbox`,
  publicKey: { id: `${id}#key`, owner: id, publicKeyPem },
  ...more,
})

interface Signing {
  readonly keyId: string
  readonly key?: KeyObject
  readonly date?: Date
  readonly signed?: readonly string[]
  /** What the signature is made for, if that is not where it goes. */
  readonly path?: string
  readonly host?: string
  /** What was signed, if that is not what is sent. */
  readonly signedBody?: string
}

/** https://datatracker.ietf.org/doc/html/draft-cavage-http-signatures-12, written down once more and by hand. */
function signature(inbox: string, body: string, signing: Signing): Record<string, string> {
  const { pathname, host } = new URL(inbox)
  const { keyId, key = ada.privateKey, date = new Date(), signedBody = body } = signing
  const { signed = ['(request-target)', 'host', 'date', 'digest'] } = signing
  const values: Record<string, string> = {
    '(request-target)': `post ${signing.path ?? pathname}`,
    host: signing.host ?? host,
    date: date.toUTCString(),
    digest: `SHA-256=${createHash('sha256').update(signedBody).digest('base64')}`,
  }
  const text = signed.map((name) => `${name}: ${values[name]}`).join('\n')
  const made = createSign('sha256').update(text).sign(key, 'base64')
  return {
    date: values.date ?? '',
    digest: values.digest ?? '',
    signature: `keyId="${keyId}",algorithm="rsa-sha256",headers="${signed.join(' ')}",signature="${made}"`,
  }
}

/** Sends an activity to an inbox. `signing`: null, if it is not signed. Answers with which status it was received. */
export const send = async (inbox: string, activity: unknown, signing: Signing | null) => {
  const body = typeof activity === 'string' ? activity : JSON.stringify(activity)
  const out: Requester = requester({ allowedPrivateHosts: [new URL(inbox).host] })
  const headers = {
    'content-type': 'application/activity+json',
    ...(signing !== null && signature(inbox, body, signing)),
  }
  return (await out({ url: new URL(inbox), method: 'POST', headers, body })).status
}
