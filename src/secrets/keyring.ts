import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

import { env } from '../env.ts'

/** What a key is used for. Each use has its own key, so that nothing made for one is accepted by another. */
const uses = [
  'secret',
  'sealed-token',
  'signed-token',
  'address',
  'proof-of-work',
  'return-path',
  'counted-link',
] as const
type KeyUse = (typeof uses)[number]

export interface RingKey {
  /** Letters, digits, `-` and `_`: it stands in tokens and stored secrets, in the clear. */
  readonly id: string
  /** Made ready once: from its bytes a key takes four times as long to use. */
  readonly keys: Readonly<Record<KeyUse, KeyObject>>
}

/** Current key first: it seals and signs. All of them open and verify. The last is the oldest. */
export type Keyring = readonly [current: RingKey, ...older: RingKey[]]

const KEY_BYTES = 32

/**
 * Reads `id:base64,id:base64,…`. To rotate, put a new key in front; drop an old one only when nothing sealed or signed
 * with it matters any more, and never the last one (see `addressKey`).
 * @throws {Error} naming the entry that cannot be used, never its key.
 */
export function parseKeyring(text: string): Keyring {
  const [current, ...older] = text.split(',').map((entry) => parseKey(entry.trim()))
  if (current === undefined) throw new Error('the key ring is empty')
  const ring: Keyring = [current, ...older]
  const ids = ring.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Error('two keys in the key ring have the same id')
  return ring
}

function parseKey(entry: string): RingKey {
  const [, id, encoded] = /^([\w-]{1,32}):([A-Za-z0-9+/]+={0,2})$/.exec(entry) ?? []
  if (id === undefined || encoded === undefined)
    throw new Error('an entry of the key ring is not of the form id:base64')
  const master = Buffer.from(encoded, 'base64')
  if (master.length !== KEY_BYTES) throw new Error(`key ${id} in the key ring is not ${KEY_BYTES} bytes long`)
  return {
    id,
    keys: {
      secret: derive(master, 'secret'),
      'sealed-token': derive(master, 'sealed-token'),
      'signed-token': derive(master, 'signed-token'),
      address: derive(master, 'address'),
      'proof-of-work': derive(master, 'proof-of-work'),
      'return-path': derive(master, 'return-path'),
      'counted-link': derive(master, 'counted-link'),
    },
  }
}

/** RFC 5869, without salt: the master key is random already. */
const derive = (master: Buffer, use: KeyUse): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `emissary/v1/${use}`, KEY_BYTES)))

let own: { readonly text: string; readonly ring: Keyring } | null = null

/**
 * The ring of `EMISSARY_KEYS`.
 * @throws {Error} when the variable is unset or cannot be used.
 */
export function ownKeyring(): Keyring {
  const text = env.EMISSARY_KEYS
  if (text === undefined) throw new Error('set this environment variable: EMISSARY_KEYS')
  if (own?.text !== text) own = { text, ring: parseKeyring(text) }
  return own.ring
}

export const findKey = (id: string, ring: Keyring): RingKey | undefined => ring.find((key) => key.id === id)
