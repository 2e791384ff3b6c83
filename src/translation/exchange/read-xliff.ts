import { decodeText } from './decode-text.ts'
import type { DocumentFault, ReadDocument } from './read-document.ts'
import { attribute } from './read-parts.ts'
import { readXliff1 } from './read-xliff-1.ts'
import { readXliff2 } from './read-xliff-2.ts'
import { XLIFF_1, XLIFF_2 } from './xliff-names.ts'
import { readXml, type XmlElement } from './xml-tree.ts'

const MEBIBYTE = 1024 ** 2
/** Of one file that is imported. */
export const MAX_BYTES = 20 * MEBIBYTE

const MAX_DETAIL = 100

/** Reads XLIFF 1.2, 2.0 or 2.1, whichever it is. What comes back is well-formed and nothing more. */
export function readXliff(bytes: Uint8Array): ReadDocument | DocumentFault {
  if (bytes.length === 0) return fault('empty')
  if (bytes.length > MAX_BYTES) return fault('too-large')
  const text = decodeText(bytes)
  if (text === null) return fault('encoding')
  if (text.trim() === '') return fault('empty')
  const root = readXml(text)
  if ('reason' in root) return { ...root, detail: root.detail.slice(0, MAX_DETAIL) }
  const document = documentOf(root)
  if ('reason' in document) return document
  return document.files.some(({ units }) => units.length > 0) ? document : fault('no-units', root.line)
}

function documentOf(root: XmlElement): ReadDocument | DocumentFault {
  if (root.name !== 'xliff') return fault('not-xliff', root.line, root.name)
  const version = attribute(root, 'version') ?? ''
  // 2.1 only adds modules to 2.0, none of which we read.
  if (root.namespace === XLIFF_2 && (version === '2.0' || version === '2.1'))
    return { version: '2.1', files: readXliff2(root) }
  if (root.namespace === XLIFF_1 && version === '1.2') return { version: '1.2', files: readXliff1(root) }
  return fault('version', root.line, version)
}

const fault = (reason: DocumentFault['reason'], line = 0, detail = ''): DocumentFault => ({
  reason,
  line,
  column: 0,
  detail: detail.slice(0, MAX_DETAIL),
})
