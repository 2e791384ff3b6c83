import { type ExchangeFile, type ExchangeMark, type ExchangeSegment, originalOf } from './exchange-file.ts'
import { formatNames } from './format-names.ts'
import { codedOf, type Inline } from './inline.ts'
import { sourceInline, targetInline } from './segment-inline.ts'
import { sourceDigest } from './source-digest.ts'
import { unitIdOf } from './unit-id.ts'
import { OURS, XLIFF_1 } from './xliff-names.ts'
import { xmlAttributes, xmlText } from './xml-text.ts'

/** An XLIFF 1.2 document. Its files may differ in their locales. @param files at least one. */
export function writeXliff1(files: readonly ExchangeFile[]): string {
  const root = xmlAttributes({ xmlns: XLIFF_1, 'xmlns:em': OURS, version: '1.2' })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${root}>\n${files.map(fileElement).join('')}</xliff>\n`
}

function fileElement(file: ExchangeFile): string {
  const attributes = xmlAttributes({
    original: originalOf(file),
    datatype: 'plaintext',
    'source-language': file.sourceLocale,
    'target-language': file.targetLocale,
    'xml:space': 'preserve',
    'em:revision': file.sourceRevision,
  })
  return [
    ` <file${attributes}>\n`,
    `  <header><note>${xmlText(file.title)}</note></header>\n  <body>\n`,
    ...file.segments.map(unitElement),
    '  </body>\n </file>\n',
  ].join('')
}

function unitElement(segment: ExchangeSegment): string {
  const source = sourceInline(segment)
  const target = targetInline(segment)
  const marks = new Map(segment.marks.map((mark) => [String(mark.id), mark]))
  const limit = segment.maxCharacters
  const isFinal = target !== null && segment.state === 'approved' && !segment.outdated
  const attributes = xmlAttributes({
    id: unitIdOf(segment.key),
    resname: segment.key,
    approved: isFinal ? 'yes' : 'no',
    'xml:space': 'preserve',
    maxwidth: limit,
    'size-unit': limit === null ? null : 'char',
    'em:hash': segment.sourceHash,
    'em:source': sourceDigest(codedOf(source)),
    'em:base': segment.version,
  })
  return [
    `   <trans-unit${attributes}>\n`,
    `    <source>${inlineXml(source, marks)}</source>\n`,
    target === null
      ? ''
      : `    <target${xmlAttributes(stateOf(segment))}>${inlineXml(target, marks)}</target>\n`,
    `    <note>${xmlText(segment.label)}</note>\n   </trans-unit>\n`,
  ].join('')
}

function stateOf({ state, outdated }: ExchangeSegment): Record<string, string> {
  if (outdated) return { state: 'needs-adaptation' }
  if (state === 'approved') return { state: 'final' }
  if (state === 'needs-review') return { state: 'translated' }
  return state === 'machine'
    ? { state: 'needs-review-translation', 'state-qualifier': 'mt-suggestion' }
    : { state: 'needs-translation' }
}

const inlineXml = (pieces: readonly Inline[], marks: ReadonlyMap<string, ExchangeMark>): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return xmlText(piece.text)
      if (piece.kind === 'close') return '</g>'
      const attributes = markAttributes(piece.id, piece.kind, marks.get(piece.id))
      return piece.kind === 'open' ? `<g${attributes}>` : `<x${attributes}/>`
    })
    .join('')

const formats: Readonly<Record<string, string>> = { bold: 'bold', italic: 'italic', underline: 'underlined' }

/** What may stand around words is no name for what stands alone, and the other way round: section 2.3.1 (ctype). */
function markAttributes(id: string, kind: 'open' | 'alone', mark: ExchangeMark | undefined): string {
  const named = (ctype: string | undefined, text: string | undefined, where = 'open'): string =>
    xmlAttributes({
      id,
      ctype: ctype !== undefined && kind === where ? ctype : `x-${mark?.kind ?? 'other'}`,
      clone: 'no',
      'equiv-text': text,
    })
  switch (mark?.kind) {
    case 'format': {
      const names = formatNames(mark.format ?? 0).join(' ')
      return named(formats[names], names)
    }
    case 'link':
      return named('link', mark.url)
    case 'break':
      return named('lb', '⏎', 'alone')
    default:
      return named(undefined, undefined)
  }
}
