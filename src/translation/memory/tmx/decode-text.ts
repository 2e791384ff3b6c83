import { TmxRefusal } from './tmx-refusal.ts'

/** More than the exports of large networks; bounds what a hostile file can occupy. */
export const MOST_BYTES = 256 * 1024 ** 2

/**
 * Text of a file in UTF-8, or in UTF-16 with a byte order mark, piece by piece.
 * @throws {TmxRefusal} for a file that is too large or in another encoding.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let held: Uint8Array = new Uint8Array()
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MOST_BYTES) throw new TmxRefusal('too-large')
    if (decoder !== null) {
      yield decoded(decoder, chunk)
      continue
    }
    held = Buffer.concat([held, chunk])
    if (held.length < 2) continue
    decoder = decoderFor(held)
    yield decoded(decoder, held)
  }
  yield decoded(decoder ?? decoderFor(held), decoder === null ? held : null)
}

/** https://www.w3.org/TR/xml/#sec-guessing-no-ext-info */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}

/** @param chunk null: the file has ended. */
function decoded(decoder: TextDecoder, chunk: Uint8Array | null): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch (error) {
    if (error instanceof TypeError) throw new TmxRefusal('encoding')
    throw error
  }
}
