import { directionOf } from '../../i18n/locales.ts'
import { type ExchangeFile, type ExchangeMark, type ExchangeSegment, originalOf } from './exchange-file.ts'
import { formatNames } from './format-names.ts'
import { codedOf, type Inline } from './inline.ts'
import { sourceInline, targetInline } from './segment-inline.ts'
import { sourceDigest } from './source-digest.ts'
import { unitIdOf } from './unit-id.ts'
import { OURS, SIZES, XLIFF_2 } from './xliff-names.ts'
import { xmlAttributes, xmlText } from './xml-text.ts'

/** An XLIFF 2.1 document. @param files of one source and one target locale, at least one. */
export function writeXliff2(files: readonly ExchangeFile[]): string {
  const [first] = files
  const root = xmlAttributes({
    xmlns: XLIFF_2,
    'xmlns:slr': SIZES,
    'xmlns:em': OURS,
    version: '2.1',
    srcLang: first?.sourceLocale,
    trgLang: first?.targetLocale,
    'xml:space': 'preserve',
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${root}>\n${files.map(fileElement).join('')}</xliff>\n`
}

function fileElement(file: ExchangeFile): string {
  const original = originalOf(file)
  const attributes = xmlAttributes({
    id: original.replace('/', '-'),
    original,
    srcDir: directionOf(file.sourceLocale),
    trgDir: directionOf(file.targetLocale),
    'em:revision': file.sourceRevision,
  })
  return [
    ` <file${attributes}>\n`,
    '  <slr:profiles generalProfile="xliff:codepoints"/>\n',
    `  <notes><note id="title" category="title">${xmlText(file.title)}</note></notes>\n`,
    ...file.segments.map(unitElement),
    ' </file>\n',
  ].join('')
}

function unitElement(segment: ExchangeSegment): string {
  const source = sourceInline(segment)
  const target = targetInline(segment)
  const marks = new Map(segment.marks.map((mark) => [String(mark.id), mark]))
  const attributes = xmlAttributes({
    id: unitIdOf(segment.key),
    name: segment.key,
    'slr:sizeRestriction': segment.maxCharacters,
    'em:hash': segment.sourceHash,
    'em:source': sourceDigest(codedOf(source)),
    'em:base': segment.version,
  })
  return [
    `  <unit${attributes}>\n`,
    `   <notes><note id="field" category="field">${xmlText(segment.label)}</note></notes>\n`,
    `   <segment${xmlAttributes(target === null ? { state: 'initial' } : stateOf(segment))}>\n`,
    `    <source>${inlineXml(source, marks)}</source>\n`,
    target === null ? '' : `    <target>${inlineXml(target, marks)}</target>\n`,
    '   </segment>\n  </unit>\n',
  ].join('')
}

/** What still needs a person is initial, so that a tool which confirms a segment has something to change. */
function stateOf({ state, outdated }: ExchangeSegment): Record<string, string> {
  if (outdated) return { state: 'initial', subState: 'emissary:outdated' }
  if (state === 'approved') return { state: 'final' }
  if (state === 'needs-review') return { state: 'translated' }
  return { state: 'initial', subState: `emissary:${state}` }
}

const inlineXml = (pieces: readonly Inline[], marks: ReadonlyMap<string, ExchangeMark>): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return xmlText(piece.text)
      if (piece.kind === 'close') return '</pc>'
      const attributes = markAttributes(piece.id, piece.kind, marks.get(piece.id))
      return piece.kind === 'open' ? `<pc${attributes}>` : `<ph${attributes}/>`
    })
    .join('')

/** Prefix `xlf` is the standard's own: section 4.3.1.38 (subType). A mix of formats has none. */
const formats: Readonly<Record<string, string>> = { bold: 'xlf:b', italic: 'xlf:i', underline: 'xlf:u' }

function markAttributes(id: string, kind: 'open' | 'alone', mark: ExchangeMark | undefined): string {
  const fixed = { id, canCopy: 'no', canDelete: 'no' }
  const shown = kind === 'open' ? 'dispStart' : 'disp'
  switch (mark?.kind) {
    case 'format': {
      const names = formatNames(mark.format ?? 0).join(' ')
      return xmlAttributes({ ...fixed, type: 'fmt', subType: formats[names], [shown]: names })
    }
    case 'link':
      return xmlAttributes({ ...fixed, type: 'link', [shown]: mark.url })
    case 'break':
      return xmlAttributes({ ...fixed, type: 'fmt', subType: 'xlf:lb', [shown]: '⏎' })
    default:
      return xmlAttributes({ ...fixed, type: 'other' })
  }
}
