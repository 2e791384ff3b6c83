/** Bytes of a file as text, by its byte order mark, else by what its XML declaration says, else UTF-8. Null: it is not. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (error) {
    // An encoding that nobody knows, or bytes that are not what they are said to be.
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

const DECLARATION_BYTES = 200

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf && fourth !== undefined) return 'utf-8'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES))
  const stated = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/u.exec(start)?.[1]?.toLowerCase()
  // Whoever turned UTF-16 into bytes without a mark turned it into something else.
  return stated === undefined || stated === 'utf-16' ? 'utf-8' : stated
}
