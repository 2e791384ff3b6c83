import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { type Database, databaseOf } from '../../database/database.ts'

import { barsOf, detectFormat } from './detect-table.ts'
import type { FileFormat } from './file-format.ts'
import type { ImportMapping } from './import-fields.ts'
import { fileHead, removeFile, storeFile } from './import-files.ts'
import { createImport } from './import-store.ts'
import { tableHead } from './preview-file.ts'
import { proposeColumns } from './propose-mapping.ts'

interface Received {
  readonly fileName: string
  readonly body: AsyncIterable<Uint8Array>
  /** Who of staff brings it. */
  readonly actor: string
}

/**
 * Takes a list in and proposes how to read it. Nothing is done with it until somebody says so.
 * @returns the id of the import.
 * @throws {FileFault} when it is empty or too large.
 */
export async function receiveImport(payload: Payload, { fileName, body, actor }: Received): Promise<string> {
  const id = randomUUID()
  const { bytes, encoding } = await storeFile(id, body)
  try {
    const text = await fileHead(id, encoding)
    const format = detectFormat(text, encoding)
    await store({ id, fileName, format, text, bytes, actor }, databaseOf(payload))
  } catch (error) {
    await removeFile(id)
    throw error
  }
  return id
}

interface Proposed {
  readonly id: string
  readonly fileName: string
  readonly format: FileFormat
  readonly text: string
  readonly bytes: number
  readonly actor: string
}

async function store({ text, format, ...rest }: Proposed, database: Database): Promise<void> {
  const { header } = tableHead(text, format)
  const bars = format.source === 'mailchimp' ? barsOf(header) : null
  await createImport(
    {
      ...rest,
      format,
      brings: bars === null ? 'people' : 'suppressions',
      mapping: proposeMapping(text, format),
    },
    database,
  )
}

/** What the columns seem to hold when the file is read like this. */
export function proposeMapping(text: string, format: FileFormat): ImportMapping {
  const { header, rows } = tableHead(text, format)
  return {
    columns: proposeColumns(header, rows, format.source),
    defaults: {
      locale: null,
      newsletterIds: [],
      frequency: 'every-issue',
      barReason: barsOf(header) ?? 'unsubscribed',
    },
  }
}
