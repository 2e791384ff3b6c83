import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** AES-256-GCM as in NIST SP 800-38D: 96-bit nonce, drawn anew for each text, and a full-length tag. */
const ALGORITHM = 'aes-256-gcm'
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

export interface Encrypted {
  readonly nonce: Buffer
  readonly ciphertext: Buffer
  readonly tag: Buffer
}

/** `context` is not encrypted but must be given again to decrypt: it ties the text, or the bytes, to their place. */
export function encrypt(plain: string | Buffer, key: KeyObject, context: string): Encrypted {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(context),
  )
  const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()])
  return { nonce, ciphertext, tag: cipher.getAuthTag() }
}

/** Null when the key or context is another, or a bit was changed. */
export const decrypt = (encrypted: Encrypted, key: KeyObject, context: string): string | null =>
  decryptBytes(encrypted, key, context)?.toString('utf8') ?? null

/** The same for what is no text. */
export function decryptBytes(
  { nonce, ciphertext, tag }: Encrypted,
  key: KeyObject,
  context: string,
): Buffer | null {
  if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES) return null
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag)
  const start = decipher.update(ciphertext)
  try {
    return Buffer.concat([start, decipher.final()])
  } catch {
    // The only thing that `final` can object to here is the tag.
    return null
  }
}
