import type { Payload } from 'payload'
import { canonicalAddress } from '../audience/canonical-address.ts'
import type { Evidence } from '../audience/imports/evidence.ts'
import type { ImportMapping } from '../audience/imports/import-fields.ts'
import {
  type AudienceImport,
  changeImport,
  findImport,
  moveImport,
} from '../audience/imports/import-store.ts'
import { receiveImport } from '../audience/imports/receive-import.ts'
import { runImport } from '../audience/imports/run-import.ts'
import { databaseOf, sql } from '../database/database.ts'
import { addressKey } from '../secrets/address-key.ts'

export const sampleEvidence: Evidence = {
  place: 'Form on paper at the fair in Lyon',
  from: '2024-03-01',
  until: '2024-03-03',
  text: 'I want to get the practice letter.',
  locale: 'en',
  reference: 'Archive, folder 12',
}

export const officerId = '01990000-0000-7000-8000-0000000000aa'

export const keyOf = (address: string): string => addressKey(canonicalAddress(address)?.canonical ?? '')

async function* streamOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

interface Handed {
  readonly defaults?: Partial<ImportMapping['defaults']>
  readonly brings?: AudienceImport['brings']
}

/** Hands a list in with evidence, as mapped by itself but for these defaults. Answers its id. */
export async function handIn(
  payload: Payload,
  content: string | Uint8Array,
  { defaults = {}, brings }: Handed = {},
): Promise<string> {
  const id = await receiveImport(payload, { fileName: 'list.csv', body: streamOf(content), actor: officerId })
  const { mapping } = await stateOf(payload, id)
  if (mapping === null) throw new Error('nothing was proposed')
  await changeImport(
    id,
    {
      mapping: { ...mapping, defaults: { ...mapping.defaults, ...defaults } },
      evidence: sampleEvidence,
      brings,
    },
    databaseOf(payload),
  )
  return id
}

/** @throws when there is none. */
export async function stateOf(payload: Payload, id: string): Promise<AudienceImport> {
  const list = await findImport(id, databaseOf(payload))
  if (list === null) throw new Error('there is no such import')
  return list
}

const steps = {
  check: { from: ['uploaded', 'checked'], to: 'checking' },
  apply: { from: ['checked'], to: 'applying' },
  undo: { from: ['applied'], to: 'undoing' },
} as const

/** Does a step as a worker would, here and now. */
export async function doStep(
  payload: Payload,
  id: string,
  step: keyof typeof steps,
): Promise<AudienceImport> {
  await moveImport(id, steps[step], databaseOf(payload))
  await runImport(payload, id)
  return stateOf(payload, id)
}

/** From the file to the people. */
export async function bringIn(payload: Payload, content: string | Uint8Array, handed: Handed = {}) {
  const id = await handIn(payload, content, handed)
  await doStep(payload, id, 'check')
  return doStep(payload, id, 'apply')
}

/** What came of each row, in the order of the file. */
export async function outcomesOf(payload: Payload, id: string): Promise<string[]> {
  const { rows } = await databaseOf(payload).execute<{ said: string }>(sql`
    select concat_ws(' ', line, outcome, reason, values ->> 'found') as said from audience_import_rows
    where import_id = ${id}::uuid order by line
  `)
  return rows.map(({ said }) => said)
}
