import { ReadableStream } from 'node:stream/web'

interface StreamedFile {
  /** ASCII. */
  readonly name: string
  readonly contentType: string
  readonly text: AsyncIterable<string>
}

/** A file about people that is saved as it comes, so that it never stands in memory as a whole; kept by no cache. */
export function streamedFile({ name, contentType, text }: StreamedFile): Response {
  const lines = ReadableStream.from(inBytes(text))
  return new Response(lines as unknown as BodyInit, { headers: fileHeaders(name, contentType) })
}

export const fileHeaders = (name: string, contentType: string): Record<string, string> => ({
  'Content-Type': contentType,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})

async function* inBytes(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}
