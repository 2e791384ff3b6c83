import { type Database, sql } from '../../database/database.ts'
import type { ConsentWording } from '../consent-wording.ts'
import { type Evidence, IMPORTED_VERSION } from './evidence.ts'

interface ProofOf {
  readonly importId: string
  readonly actor: string
  readonly now: Date
}

interface ImportedProof extends ProofOf {
  readonly evidence: Evidence
  readonly wording: ConsentWording
  /** Condition on `chunk`. */
  readonly isBrought: ReturnType<typeof sql>
}

/**
 * An entry of the ledger for each person of the table `chunk` whom the import brought something. A row's own words go
 * before those of the evidence; their hash is that of the words which stand in the entry.
 */
export async function recordImported(
  { importId, actor, evidence, wording, isBrought, now }: ImportedProof,
  transaction: Database,
): Promise<void> {
  const { place, from, until, reference } = evidence
  await transaction.execute(sql`
    insert into consent_events (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source,
      token_id, detail, actor, import_id, at)
    select chunk.address_key, 'imported', chunk.adds, ${wording.locale},
      coalesce(chunk.vals ->> 'consentText', ${wording.text}), ${wording.version},
      case when chunk.vals ? 'consentText' then
        rtrim(translate(encode(sha256(convert_to(chunk.vals ->> 'consentText', 'UTF8')), 'base64'), '+/', '-_'), '=')
        else ${wording.hash} end,
      'import', null,
      ${JSON.stringify({ place, from, until, reference })}::jsonb || jsonb_strip_nulls(jsonb_build_object(
        'line', chunk.line, 'agreedAt', chunk.vals -> 'confirmedAt', 'agreedBy', chunk.vals -> 'consentSource'
      )),
      ${actor}::uuid, ${importId}::uuid, ${now.toISOString()}::timestamptz
    from chunk where ${isBrought}
  `)
}

/** An entry for each address that gets no mail from now on. */
export async function recordBarred({ importId, actor, now }: ProofOf, transaction: Database): Promise<void> {
  await transaction.execute(sql`
    insert into consent_events (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source,
      token_id, detail, actor, import_id, at)
    select chunk.address_key, 'suppressed', '[]'::jsonb, coalesce(person.locale, 'en'), '', ${IMPORTED_VERSION}, '',
      'import', null,
      jsonb_build_object('reason', chunk.vals #> '{bars,reason}', 'scopes', chunk.adds, 'line', chunk.line),
      ${actor}::uuid, ${importId}::uuid, ${now.toISOString()}::timestamptz
    from chunk left join subscribers person on person.address_key = chunk.address_key
    where chunk.outcome = 'barred'
  `)
}
