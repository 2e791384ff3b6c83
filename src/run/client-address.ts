import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Makes the last entry of `X-Forwarded-For` true, since limits on sign-up go by it: whoever reaches us directly is the
 * client, whatever the header claims. Only a proxy on this machine is believed, and it adds the address that it saw.
 */
export function stateClientAddress({ headers, socket }: IncomingMessage): void {
  const peer = socket.remoteAddress ?? ''
  const claimed = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  const isProxied = loopback.has(peer) && claimed !== undefined && isIP(claimed) !== 0
  if (!isProxied) headers['x-forwarded-for'] = peer
}
