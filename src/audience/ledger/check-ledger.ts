import { type Database, sql } from '../../database/database.ts'
import { agreedNow } from './agreed-now.ts'

/** What came of holding the ledger against what the product does. */
export interface LedgerCheck {
  /** Addresses that have a proof or a person. */
  readonly people: number
  readonly events: number
  /** Addresses that are written to without a proof, or not although they agree. */
  readonly differing: number
  /** Their keyed hashes, at most twenty. */
  readonly examples: readonly string[]
  /** Events whose words are not those that their hash was made of. */
  readonly falsified: number
  /** How long it took. */
  readonly milliseconds: number
}

const MAX_EXAMPLES = 20

/** Plays the whole ledger and compares, in one statement, so that nothing changes under its eyes. */
export async function checkLedger(database: Database): Promise<LedgerCheck> {
  const began = performance.now()
  const { rows } = await database.execute<{
    people: string
    events: string
    differing: string
    examples: readonly string[]
    falsified: string
  }>(sql`
    with reached as (
      select person.address_key, 'newsletter' as target, tie.newsletter_id::text as thing
      from subscriptions tie join subscribers person on person.id = tie.subscriber_id where tie.state = 'confirmed'
      union all
      select person.address_key, f.target, f.target_id::text
      from follows f join subscribers person on person.id = f.subscriber_id
    ), differing as (
      select distinct coalesce(agreed.address_key, reached.address_key) as address_key
      from ${agreedNow} agreed full join reached
        on reached.address_key = agreed.address_key and reached.target = agreed.target and reached.thing = agreed.thing
      where agreed.address_key is null or reached.address_key is null
    )
    select
      (select count(*) from (select address_key from consent_events union select address_key from subscribers) known)
        as people,
      (select count(*) from consent_events) as events,
      (select count(*) from differing) as differing,
      (select coalesce(jsonb_agg(address_key), '[]'::jsonb)
        from (select address_key from differing order by address_key limit ${MAX_EXAMPLES}) shown) as examples,
      (select count(*) from consent_events where wording <> '' and wording_hash <> ${hashOfWording}) as falsified
  `)
  const [row] = rows
  if (row === undefined) throw new Error('the check of the ledger answered nothing')
  return {
    people: Number(row.people),
    events: Number(row.events),
    differing: Number(row.differing),
    examples: row.examples,
    falsified: Number(row.falsified),
    milliseconds: Math.round(performance.now() - began),
  }
}

/** SHA-256 of the words as `consentWording` writes it: base64url without padding. */
const hashOfWording = sql`
  translate(encode(sha256(convert_to(wording, 'UTF8')), 'base64'), '+/=', '-_')
`
