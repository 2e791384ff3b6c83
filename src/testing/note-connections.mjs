// Preloaded into the product's processes by the browser tests: writes down whom they connect to, before they do.
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'

const file = process.env.CONNECTIONS_FILE
const { connect } = Socket.prototype

/** Every client socket of Node, TLS included, passes here. */
Socket.prototype.connect = function noted(...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given
  const target = typeof first === 'object' ? first : { port: first, host: second }
  const place = target.path ?? `${target.host ?? 'localhost'}:${target.port}`
  if (file !== undefined) appendFileSync(file, `${place}\n`)
  return connect.apply(this, given)
}
