import { query } from './database/statements.ts'

/** Where the loading notes in the database how far it came. */
const MARK = 'demo-network'

/**
 * Whether the demo network is to be loaded: into a database that nobody has ever worked in, or on where a kill stopped it.
 * Asked here because to ask the loading itself means to boot Payload.
 */
export async function wantsDemoNetwork(url: string): Promise<boolean> {
  const [mark] = await query<{ state: string }>(
    url,
    `select data ->> 'state' as state from payload_kv where key = $1`,
    [MARK],
  )
  if (mark !== undefined) return mark.state !== 'loaded'
  return (await query(url, 'select 1 from users limit 1')).length === 0
}
