import { generateKeyPair, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'

import { type Database, sql } from '../../database/database.ts'
import { sealSecret } from '../../secrets/secret.ts'

/** `waiting`: its record was not found yet. `retired`: signs nothing, but its record verifies mails that are still read. */
type DkimKeyState = 'waiting' | 'active' | 'retired'

export interface DkimKey {
  readonly id: string
  readonly domain: string
  readonly selector: string
  /** DER, base64: what the record says after `p=`. */
  readonly publicKey: string
  readonly state: DkimKeyState
  readonly createdAt: Date
  /** Null: not yet. */
  readonly activeSince: Date | null
  /** Null: not yet. */
  readonly retiredAt: Date | null
}

/** What mailbox providers ask for; a longer one does not fit one string of a TXT record. */
const MODULUS_BITS = 2048

/** Servers hold mails for five days (RFC 5321, section 4.5.4.1), and some verify them once more when they are read. */
const RECORD_DAYS = 14

/** When the record of a retired key may be taken out of the DNS. */
export const keepRecordUntil = (retiredAt: Date): Date =>
  new Date(retiredAt.getTime() + RECORD_DAYS * 24 * 60 * 60_000)

export const placeOf = (id: string): string => `dkim_keys/${id}/privateKey`

/** The DNS record of a key: its name and what it says. https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1 */
export const recordOf = ({
  domain,
  selector,
  publicKey,
}: Pick<DkimKey, 'domain' | 'selector' | 'publicKey'>) => ({
  name: `${selector}._domainkey.${domain}`,
  value: `v=DKIM1; k=rsa; p=${publicKey}`,
})

const pair = promisify(generateKeyPair)

/**
 * Makes a key that waits for its record. Null: another one is waiting already, and one is enough.
 * @param now names it: `em202611`, then `em202611a`, `em202611b` and so on.
 */
export async function generateDkimKey(
  domain: string,
  now: Date,
  database: Database,
): Promise<DkimKey | null> {
  const { publicKey, privateKey } = await pair('rsa', {
    modulusLength: MODULUS_BITS,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const id = randomUUID()
  const month = `em${now.toISOString().slice(0, 7).replace('-', '')}`
  const { rows } = await database.execute<Row>(sql`
    insert into dkim_keys as k (id, domain, selector, private_key, public_key, state)
    select ${id}::uuid, ${domain}::text,
      ${month}::text || case when so_far.count = 0 then '' else chr(96 + so_far.count) end,
      ${sealSecret(privateKey, placeOf(id))}, ${publicKey.toString('base64')}, 'waiting'
    from (
      select count(*)::int as count from dkim_keys
      where domain = ${domain}::text and selector like ${`${month}%`}::text
    ) so_far
    where not exists (select from dkim_keys where domain = ${domain}::text and state = 'waiting')
      and so_far.count <= 26
    on conflict (domain, selector) do nothing
    returning ${columns}
  `)
  return rows.map(keyOf)[0] ?? null
}

/**
 * From now on the waiting key signs, and the one that did so far is retired. Answers it; null: it was not waiting.
 * Only for a key whose record was found: mails that are signed without it are worse off than unsigned ones.
 */
export async function activateDkimKey(id: string, database: Database): Promise<DkimKey | null> {
  const { rows } = await database.execute<Row>(sql`
    with named as (
      select id, domain from dkim_keys where id = ${id}::uuid and state = 'waiting'
    ), ring as (
      select k.id, k.id = named.id as is_new from dkim_keys k join named using (domain)
      where k.id = named.id or k.state = 'active' for update of k
    )
    update dkim_keys k set
      state = case when ring.is_new then 'active' else 'retired' end,
      active_since = case when ring.is_new then now() else k.active_since end,
      retired_at = case when ring.is_new then null else now() end,
      private_key = case when ring.is_new then k.private_key else '' end
    from ring where k.id = ring.id
    returning ${columns}
  `)
  return rows.map(keyOf).find((key) => key.id === id) ?? null
}

/** Signs nothing from now on; its private half is thrown away. Null: it was retired before. */
export async function retireDkimKey(id: string, database: Database): Promise<DkimKey | null> {
  const { rows } = await database.execute<Row>(sql`
    update dkim_keys k set state = 'retired', retired_at = now(), private_key = ''
    where id = ${id}::uuid and state <> 'retired' returning ${columns}
  `)
  return rows.map(keyOf)[0] ?? null
}

/** Null when there is no such key. */
export async function dkimKeyById(id: string, database: Database): Promise<DkimKey | null> {
  const { rows } = await database.execute<Row>(sql`select ${columns} from dkim_keys k where id = ${id}::uuid`)
  return rows.map(keyOf)[0] ?? null
}

/** Newest first. */
export async function dkimKeysOf(domain: string, database: Database): Promise<readonly DkimKey[]> {
  const { rows } = await database.execute<Row>(sql`
    select ${columns} from dkim_keys k where domain = ${domain} order by created_at desc, id
  `)
  return rows.map(keyOf)
}

type Row = Omit<{ [Key in keyof DkimKey]: DkimKey[Key] }, 'createdAt' | 'activeSince' | 'retiredAt'> & {
  readonly createdAt: string | Date
  readonly activeSince: string | Date | null
  readonly retiredAt: string | Date | null
}

const columns = sql`k.id, k.domain, k.selector, k.public_key as "publicKey", k.state, k.created_at as "createdAt",
  k.active_since as "activeSince", k.retired_at as "retiredAt"`

const dateOf = (moment: string | Date | null): Date | null => (moment === null ? null : new Date(moment))

const keyOf = ({ createdAt, activeSince, retiredAt, ...key }: Row): DkimKey => ({
  ...key,
  createdAt: new Date(createdAt),
  activeSince: dateOf(activeSince),
  retiredAt: dateOf(retiredAt),
})
