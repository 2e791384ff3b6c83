import { SaxesParser, type SaxesTagPlain } from 'saxes'

import { decodeText } from './decode-text.ts'
import { type MarkReader, markReader } from './inline-marks.ts'
import { TmxRefusal } from './tmx-refusal.ts'

/** One unit of a file, as it stands there. */
export interface TmxUnit {
  /** Its `tuid`, or its place in the file from 1. */
  readonly name: string
  /** Its own or the file's; `*all*` when any may be the source. */
  readonly sourceLanguage: string
  readonly moments: readonly (string | undefined)[]
  readonly props: ReadonlyMap<string, string>
  readonly variants: readonly TmxVariant[]
}

export interface TmxVariant {
  readonly language: string
  readonly moments: readonly (string | undefined)[]
  /** In coded form. */
  readonly text: string
}

const VERSION = '1.4'
/** A segment within a sub-flow within a code within a segment is far less deep. */
const DEEPEST = 24
const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut'])
const UTF = /^utf-?(8|16|16le|16be)$/iu

type Attributes = Readonly<Record<string, string>>

/**
 * Units of a TMX 1.4 file, one after the other: what was read is forgotten. The usual document type is accepted and not
 * fetched; one that declares anything is refused, so there are no entities but XML's own five.
 * @throws {TmxRefusal} for what cannot be read as a whole.
 */
export async function* readTmx(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TmxUnit> {
  const reader = unitReader()
  for await (const text of decodeText(bytes)) {
    reader.write(text)
    yield* reader.take()
  }
  reader.end()
  yield* reader.take()
}

interface UnitReader {
  write(text: string): void
  /** Units that are complete, once. */
  take(): TmxUnit[]
  end(): void
}

interface OpenUnit {
  readonly attributes: Attributes
  readonly name: string
  readonly props: Map<string, string>
  readonly variants: TmxVariant[]
}

interface OpenVariant {
  readonly attributes: Attributes
  readonly marks: MarkReader
  text: string
}

function unitReader(): UnitReader {
  const parser = new SaxesParser({ position: true, xmlns: false as const })
  const path: string[] = []
  let complete: TmxUnit[] = []
  let fileLanguage = '*all*'
  let count = 0
  let isTmx = false
  let latest: string | null = null
  let unit: OpenUnit | null = null
  let variant: OpenVariant | null = null
  let prop: { readonly type: string; text: string } | null = null

  const refuse = (reason: ConstructorParameters<typeof TmxRefusal>[0]): never => {
    throw new TmxRefusal(reason, parser.line, latest)
  }
  const isInCode = (): boolean => path.some((name) => CODES.has(name))
  const isInSegment = (): boolean => path.includes('seg')

  const opened = (name: string, attributes: Attributes): void => {
    if (path.length === 0) {
      if (name !== 'tmx') refuse('not-tmx')
      if (attributes.version !== VERSION) refuse('version')
      isTmx = true
    } else if (isInSegment()) {
      if (variant !== null && !isInCode()) variant.text += variant.marks.mark(name, attributes)
    } else if (name === 'header') fileLanguage = attributes.srclang ?? fileLanguage
    else if (name === 'tu') {
      count++
      latest = attributes.tuid || String(count)
      unit = { attributes, name: latest, props: new Map(), variants: [] }
    } else if (name === 'tuv') variant = { attributes, marks: markReader(), text: '' }
    else if (name === 'prop' && variant === null) prop = { type: attributes.type ?? '', text: '' }
    path.push(name)
    if (path.length > DEEPEST) refuse('too-deep')
  }

  const closed = (name: string): void => {
    path.pop()
    if (isInSegment()) return
    if (name === 'prop' && prop !== null) {
      unit?.props.set(prop.type, prop.text)
      prop = null
    } else if (name === 'tuv' && variant !== null) {
      const { attributes, text } = variant
      unit?.variants.push({
        language: attributes['xml:lang'] ?? attributes.lang ?? '',
        moments: [attributes.changedate, attributes.creationdate],
        text,
      })
      variant = null
    } else if (name === 'tu' && unit !== null) {
      const { attributes, ...rest } = unit
      complete.push({
        ...rest,
        sourceLanguage: attributes.srclang ?? fileLanguage,
        moments: [attributes.changedate, attributes.creationdate],
      })
      unit = null
    }
  }

  const said = (text: string): void => {
    if (prop !== null) prop.text += text
    else if (variant !== null && isInSegment() && !isInCode()) variant.text += text
  }

  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !UTF.test(encoding)) refuse('encoding')
  })
  parser.on('doctype', (declaration) => {
    if (declaration.includes('[')) refuse('declarations')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => opened(name, attributes))
  parser.on('closetag', ({ name }) => closed(name))
  parser.on('text', said)
  parser.on('cdata', said)
  parser.on('error', () => refuse('not-xml'))

  return {
    write: (text) => void parser.write(text),
    take() {
      const taken = complete
      complete = []
      return taken
    },
    end() {
      parser.close()
      if (!isTmx) refuse('not-tmx')
    },
  }
}
