import { once } from 'node:events'
import { createServer } from 'node:net'

/** The wanted port if nobody listens on it, else any free one. Free now: somebody else may take it before you do. */
export async function freePort(wanted: number | null): Promise<number> {
  if (wanted !== null && (await isFree(wanted))) return wanted
  return (await listenOnce(0)) ?? freePort(null)
}

export const isFree = async (port: number): Promise<boolean> => (await listenOnce(port)) !== null

/** Null when the port is taken. */
async function listenOnce(port: number): Promise<number | null> {
  const server = createServer()
  server.listen({ port, host: '127.0.0.1', exclusive: true })
  try {
    await once(server, 'listening')
  } catch (error) {
    if (['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' ? (address?.port ?? null) : null
}
