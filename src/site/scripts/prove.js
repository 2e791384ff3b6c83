// The work that a sign-up may bring along, as altcha lays it down: try counters until a key derived from one begins as
// the challenge says. The browser derives keys beside the page, so that typing goes on meanwhile.
const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16))
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const LONGEST_MS = 20_000

/** The solution as the server reads it. Null where the browser cannot, or it takes too long: nobody needs it. */
export async function prove(challenge) {
  const { subtle } = globalThis.crypto ?? {}
  // Browsers have it on https and localhost only.
  if (subtle === undefined) return null
  const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters
  const password = new Uint8Array([...bytesOf(nonce), 0, 0, 0, 0])
  const view = new DataView(password.buffer)
  const work = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost }
  const until = performance.now() + LONGEST_MS
  for (let counter = 0; performance.now() < until; counter++) {
    view.setUint32(password.length - 4, counter)
    const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hexOf(new Uint8Array(await subtle.deriveBits(work, key, keyLength * 8)))
    if (derivedKey.startsWith(keyPrefix))
      return JSON.stringify({ challenge, solution: { counter, derivedKey } })
  }
  return null
}
