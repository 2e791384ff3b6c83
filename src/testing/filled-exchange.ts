import { writeXliff } from '../translation/exchange/write-xliff.ts'
import { sampleFile, sampleSegment } from './exchange.ts'

const bold = { id: 1, kind: 'format', format: 1 } as const
const link = { id: 2, kind: 'link', url: 'https://example.org' } as const
const title = sampleSegment({ maxCharacters: 20 })
const body = sampleSegment({
  key: 'body#n1',
  field: 'body',
  label: 'Text',
  source: 'Read ⟦1⟧all ⟦2⟧of it⟦/2⟧⟦/1⟧ now',
  marks: [bold, link],
  sourceHash: 'hash-of-the-body',
})
/** What the database holds: a title, and a text with two marks. */
export const file = sampleFile([title, body])
/** A file that a translator filled in, and that is taken as it is. */
export const good = writeXliff(
  [
    sampleFile([
      { ...title, target: 'Αρχίζει', state: 'needs-review' },
      { ...body, target: 'Διαβάστε ⟦1⟧όλο ⟦2⟧αυτό⟦/2⟧⟦/1⟧ τώρα', state: 'needs-review' },
    ]),
  ],
  '2.1',
)
/** The same, as older tools write it. */
export const good12 = writeXliff(
  [
    sampleFile([
      { ...title, target: 'Αρχίζει', state: 'needs-review' },
      { ...body, target: 'Διαβάστε ⟦1⟧όλο ⟦2⟧αυτό⟦/2⟧⟦/1⟧ τώρα', state: 'needs-review' },
    ]),
  ],
  '1.2',
)

/** An alteration of a file. */
export const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, to)
