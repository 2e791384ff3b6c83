/**
 * What comes in, as a whole. Null: it is more than so many bytes, whatever length was announced; it is read to there only.
 * @param chunks absent or null: nothing comes.
 */
export async function readWithin(
  mostBytes: number,
  chunks: AsyncIterable<Uint8Array> | null | undefined,
): Promise<Buffer<ArrayBuffer> | null> {
  const read: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) return null
    read.push(chunk)
  }
  return Buffer.concat(read)
}
