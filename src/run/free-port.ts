import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below those that systems give to whoever connects somewhere, which come and go by the second: from 32768 on Linux
 * (https://docs.kernel.org/networking/ip-sysctl.html, `ip_local_port_range`), from 49152 on others (RFC 6335, section 6).
 */
const LASTING_PORTS = { from: 20_000, below: 32_768 } as const

/** The wanted port if nobody listens on it, else any free one. Free now: somebody else may take it before you do. */
export async function freePort(wanted: number | null): Promise<number> {
  const port = wanted ?? randomInt(LASTING_PORTS.from, LASTING_PORTS.below)
  return (await isFree(port)) ? port : freePort(null)
}

export async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  server.listen({ port, host: '127.0.0.1', exclusive: true })
  try {
    await once(server, 'listening')
  } catch (error) {
    if (['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
  server.close()
  await once(server, 'close')
  return true
}
