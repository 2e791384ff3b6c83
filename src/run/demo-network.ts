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

/**
 * Leads the demo's channels to where the partners listen now: a port chosen for one start need not be chosen again for
 * the next. Nothing else of the demo can have an address on this machine.
 */
export async function leadChannelsTo(partnersPort: number, url: string): Promise<void> {
  await query(
    url,
    `update channels
     set base_url = regexp_replace(base_url, '^http://127[.]0[.]0[.]1:[0-9]+', $1)
     where base_url ~ '^http://127[.]0[.]0[.]1:[0-9]+' and base_url !~ ('^' || $1 || '(/|$)')`,
    [`http://127.0.0.1:${partnersPort}`],
  )
}
