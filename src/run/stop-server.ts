import type { Server } from 'node:http'

const LOOK_EVERY_MS = 50

/**
 * Takes no more requests, lets the answers that are under way take so long, and then ends what is left: connections that
 * were kept for a next request, and those of whoever does not read or never finishes asking.
 */
export async function stopServer(server: Server, drainMs: number): Promise<void> {
  const drained = setTimeout(() => server.closeAllConnections(), drainMs)
  // Whoever got their answer meanwhile is kept for the next request: nobody tells us, so we look.
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearInterval(looking)
  clearTimeout(drained)
}
