import { type Database, sql } from '../../../database/database.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { escapeXml } from './escape-xml.ts'
import { toTmxContent } from './inline-marks.ts'
import { toTmxMoment } from './tmx-moment.ts'

/** Which pairs. Null: of every source, or into every target. */
export interface Selection {
  readonly from: Locale | null
  readonly to: readonly Locale[] | null
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly source_locale: Locale
  readonly target_locale: Locale
  readonly source_text: string
  readonly target_text: string
  readonly context: string
  readonly field: string
  readonly origin: string
  readonly provenance: string
  readonly updated_at: string
}

const BATCH = 1000

/**
 * The memory as TMX 1.4, piece by piece: no more than a thousand pairs are held at once. Who wrote a text is left out.
 * https://www.gala-global.org/tmx-14b
 */
export async function* writeTmx({ from, to }: Selection, database: Database): AsyncGenerator<string> {
  yield opening(from)
  let after = 0
  while (true) {
    const { rows } = await database.execute<Row>(sql`
      select id, source_locale, target_locale, source_text, target_text, context, field, origin, provenance, updated_at
      from translation_memory
      where id > ${after}
        and (${from}::text is null or source_locale = ${from})
        and (${to === null} or target_locale in (select jsonb_array_elements_text(${JSON.stringify(to ?? [])}::jsonb)))
      order by id
      limit ${BATCH}
    `)
    if (rows.length > 0) yield rows.map(unit).join('')
    if (rows.length < BATCH) break
    after = Number(rows.at(-1)?.id)
  }
  yield '</body>\n</tmx>\n'
}

const opening = (from: Locale | null): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Emissary" creationtoolversion="1" segtype="paragraph" o-tmf="Emissary" adminlang="en" srclang="${from ?? '*all*'}" datatype="plaintext"/>
<body>
`

function unit(row: Row): string {
  const at = toTmxMoment(new Date(row.updated_at))
  const props = [
    ['x-context', row.context],
    ['x-field', row.field],
    ['x-origin', row.origin],
    ['x-provenance', row.provenance],
  ]
    .filter(([, value]) => value !== '')
    .map(([type, value = '']) => `<prop type="${type}">${escapeXml(value)}</prop>`)
    .join('')
  const side = (locale: Locale, text: string): string =>
    `<tuv xml:lang="${locale}"><seg>${toTmxContent(text)}</seg></tuv>`
  return `<tu tuid="${row.id}" srclang="${row.source_locale}" changedate="${at}">${props}${side(row.source_locale, row.source_text)}${side(row.target_locale, row.target_text)}</tu>\n`
}
