import type { Payload } from 'payload'
import { vi } from 'vitest'

/** What lasts in a process: its first settings, and what Payload and the product keep outside their modules. */
interface Lasting {
  firstEnvironment?: Readonly<NodeJS.ProcessEnv>
  _payload?: Map<string, { readonly payload: Payload | null }>
  _payload_graphql?: { graphql: unknown; promise: unknown }
  [renderingThread]?: unknown
}

const renderingThread = Symbol.for('emissary.letter-thread')
const lasting = globalThis as Lasting

/**
 * For a set-up file, before anything of the product is imported. Test files follow each other in one process, so that the
 * large packages are loaded once for all of them. What is ours is loaded anew for each file, with the settings that the
 * process began with; a file finds nothing that another has left.
 */
export function freshModules(): void {
  lasting.firstEnvironment ??= { ...process.env }
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, lasting.firstEnvironment)
  // It has the settings and the code of the file that started it, and ends by itself.
  delete lasting[renderingThread]
  vi.resetModules()
}

/**
 * For the end of a file: the next one opens Payload for itself. The sessions of this one may be cut from here on; answers how
 * many they are.
 */
export async function forgetPayload(): Promise<number> {
  let sessions = 0
  for (const { payload } of lasting._payload?.values() ?? []) {
    if (payload === null) continue
    // The module that the file has used, which the next one will not.
    const { closeQueue } = await import('../queue/queue.ts')
    await closeQueue(payload)
    payload.db.pool.on('error', () => undefined)
    sessions += payload.db.pool.totalCount
  }
  lasting._payload?.clear()
  Object.assign(lasting._payload_graphql ?? {}, { graphql: null, promise: null })
  return sessions
}
