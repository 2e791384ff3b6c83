import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

import { siteUrl } from '../../content/site-url.ts'
import { type Keyring, ownKeyring } from '../../secrets/keyring.ts'

/** A link of an edition: the same for every reader of it. */
export interface CountedLink {
  readonly editionId: string
  /** From 1, in the order of the edition. */
  readonly position: number
}

/** As much as a link needs that can be followed by anybody and leads where we say: nobody invents a million of them. */
const MAC_BYTES = 12

/** Absolute. Shorter than a signed token, since it stands in plain text many times. */
export const countedLinkUrl = (link: CountedLink): string => siteUrl(`/l/${linkCode(link)}`)

/** `<edition>.<position>.<mac>`. It names no reader. */
export function linkCode({ editionId, position }: CountedLink, ring: Keyring = ownKeyring()): string {
  const body = `${Buffer.from(editionId.replaceAll('-', ''), 'hex').toString('base64url')}.${position}`
  return `${body}.${macOf(body, ring[0].keys['counted-link']).toString('base64url')}`
}

/** Null: it is not ours, or was changed. Links of any key of the ring are read: mails are kept for years. */
export function readLinkCode(code: string, ring: Keyring = ownKeyring()): CountedLink | null {
  const [, edition, position, mac] = /^([\w-]{22})\.([1-9]\d{0,4})\.([\w-]{16})$/.exec(code) ?? []
  if (edition === undefined || position === undefined || mac === undefined) return null
  const given = Buffer.from(mac, 'base64url')
  const isOurs = ring.some(({ keys }) =>
    timingSafeEqual(given, macOf(`${edition}.${position}`, keys['counted-link'])),
  )
  if (!isOurs) return null
  const hex = Buffer.from(edition, 'base64url').toString('hex')
  const editionId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { editionId, position: Number(position) }
}

const macOf = (body: string, key: KeyObject): Buffer =>
  createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES)
