import { expect, test } from 'vitest'

import { planSample, SAMPLE_ID, sampleFile, sampleSegment } from '../../testing/exchange.ts'
import { codedOf } from './inline.ts'
import { readXliff } from './read-xliff.ts'
import { sourceDigest } from './source-digest.ts'
import { writeXliff } from './write-xliff.ts'

const segment = sampleSegment({
  key: 'body#n1',
  source: 'One. ⟦1⟧Two⟦/1⟧.',
  marks: [{ id: 1, kind: 'format', format: 1 }],
})
const file = sampleFile([segment])
const xliff2 = (unit: string, attributes = ''): string =>
  `<?xml version="1.0"?><xliff version="2.0" trgLang="EL" srcLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"${attributes}>
<file original="news/${SAMPLE_ID}" id="f"><group id="g"><unit id="body_23_n1">${unit}</unit></group></file></xliff>`
const xliff1 = (unit: string, prefix = ''): string =>
  `<${prefix}xliff version="1.2" xmlns${prefix === '' ? '' : ':x'}="urn:oasis:names:tc:xliff:document:1.2">
<${prefix}file source-language="en" datatype="plaintext" target-language="el" original="news/${SAMPLE_ID}"><${prefix}body><${prefix}group>
<${prefix}trans-unit id="body_23_n1">${unit}</${prefix}trans-unit></${prefix}group></${prefix}body></${prefix}file></${prefix}xliff>`

const source1 = '<source>One. <g id="1">Two</g>.</source>'
const source2 = '<source>One. <pc id="1">Two</pc>.</source>'

test.for<[string, string]>([
  [
    '2.0 with attributes in another order',
    xliff2(`<segment state="translated">${source2}<target>Ένα. <pc id="1">Δύο</pc>.</target></segment>`),
  ],
  [
    '2.1 with other prefixes',
    xliff2(`<segment>${source2}<target>Ένα. <pc id="1">Δύο</pc>.</target></segment>`)
      .replaceAll(/<(\/?)(?=[a-z])/gu, '<$1q:')
      .replace('xmlns=', 'xmlns:q='),
  ],
  [
    '2.1 split into sentences',
    xliff2(
      '<segment><source>One.</source><target>Ένα.</target></segment><ignorable><source> </source></ignorable><segment><source><pc id="1">Two</pc>.</source><target><pc id="1">Δύο</pc>.</target></segment>',
    ),
  ],
  [
    '2.1 with sentences in another order',
    xliff2(
      '<segment><source>One. </source><target order="2"><pc id="1">Δύο</pc>.</target></segment><segment><source><pc id="1">Two</pc>.</source><target order="1">Ένα. </target></segment>',
    ),
  ],
  [
    '2.1 with halves of markup',
    xliff2(
      '<segment><source>One. <sc id="1"/>Two<ec startRef="1"/>.</source><target>Ένα. <sc id="1"/>Δύο<ec startRef="1"/>.</target></segment>',
    ),
  ],
  [
    '2.1 with notes, matches and metadata',
    xliff2(
      `<mda:metadata><mda:metaGroup><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata><mtc:matches><mtc:match ref="#s"><source>x</source><target>y</target></mtc:match></mtc:matches><notes><note>Nice</note></notes><segment id="s">${source2}<target>Ένα. <mrk id="m1" type="term">⟨</mrk><pc id="1">Δύο</pc>.</target></segment>`.replace(
        '⟨',
        '',
      ),
      ' xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"',
    ),
  ],
  [
    '1.2 with a prefix',
    xliff1(
      `${source1}<target>Ένα. <g id="1">Δύο</g>.</target>`.replaceAll(/<(\/?)(?=[a-z])/gu, '<$1x:'),
      'x:',
    ),
  ],
  [
    '1.2 split by mrk',
    xliff1(
      `${source1}<seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1"><g id="1">Two</g>.</mrk></seg-source><target><mrk mtype="seg" mid="0">Ένα.</mrk> <mrk mtype="seg" mid="1"><g id="1">Δύο</g>.</mrk></target>`,
    ),
  ],
  [
    '1.2 with halves of markup',
    xliff1(
      '<source>One. <bx id="1"/>Two<ex id="1"/>.</source><target>Ένα. <bx id="1"/>Δύο<ex id="1"/>.</target>',
    ),
  ],
  [
    '1.2 with other proposals and notes',
    xliff1(
      `${source1}<target state="translated">Ένα. <g id="1">Δύο</g>.</target><note>Nice</note><alt-trans match-quality="80"><source>x</source><target>y</target></alt-trans>`,
    ),
  ],
  [
    'text as CDATA, comments and processing instructions',
    xliff1(`${source1}<!-- by T --><target><![CDATA[Ένα. ]]><?t 1?><g id="1">Δύο</g>.</target>`),
  ],
])('%s is understood', ([, text]) => {
  const plan = planSample(text, [file])

  expect(plan.units).toMatchObject([{ outcome: 'imported', problem: null }])
  expect(plan.writes).toMatchObject([
    { text: 'Ένα. ⟦1⟧Δύο⟦/1⟧.', state: 'needs-review', sourceText: segment.source, sourceRevision: 3 },
  ])
})

const filled = writeXliff([sampleFile([{ ...segment, target: 'Ένα ⟦1⟧Δύο⟦/1⟧', state: 'approved' }])], '1.2')
const inUtf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const letters = `${mark ? '\ufeff' : ''}${text}`
  const bytes = new DataView(new ArrayBuffer(letters.length * 2))
  for (let index = 0; index < letters.length; index += 1)
    bytes.setUint16(index * 2, letters.charCodeAt(index), littleEndian)
  return new Uint8Array(bytes.buffer)
}

/** ISO 8859-7 holds Greek letters at their place in Unicode less 0x2d0. */
const greekByte = (letter: string): number => {
  const point = letter.charCodeAt(0)
  return point > 0x370 && point < 0x3d0 ? point - 0x2d0 : point
}

test.for<[string, Uint8Array]>([
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${filled}`)],
  ['UTF-16, low byte first', inUtf16(filled.replace('UTF-8', 'UTF-16'), true, true)],
  ['UTF-16, high byte first', inUtf16(filled.replace('UTF-8', 'UTF-16'), false, true)],
  ['UTF-16 without a mark', inUtf16(filled.replace('UTF-8', 'UTF-16'), true, false)],
  ['ISO 8859-7', Uint8Array.from(filled.replace('UTF-8', 'ISO-8859-7'), (letter) => greekByte(letter))],
])('a file in %s is read', ([, bytes]) => {
  const document = readXliff(bytes)

  expect(document).toMatchObject({ version: '1.2' })
  const [unit] = 'files' in document ? (document.files[0]?.units ?? []) : []
  expect(codedOf(unit?.target ?? [])).toBe('Ένα ⟦1⟧Δύο⟦/1⟧')
})

test('a unit of which one sentence is not translated is left alone, and the report says so', () => {
  const text = xliff2(
    '<segment><source>One. </source><target>Ένα. </target></segment><segment><source><pc id="1">Two</pc>.</source></segment>',
  )

  expect(planSample(text, [file])).toMatchObject({
    units: [{ outcome: 'skipped', notes: ['partial'] }],
    writes: [],
  })
})

test('a tool that lost what we wrote beside the source is told apart from one that altered it', () => {
  const lost = xliff1('<source>Old.</source><target>Παλιό.</target>')
  const kept = lost.replace(
    '<trans-unit',
    `<trans-unit xmlns:em="urn:emissary:exchange:1" em:hash="old" em:source="${sourceDigest('Old.')}"`,
  )

  expect(planSample(lost, [file]).units).toMatchObject([{ problem: 'altered-source' }])
  expect(planSample(kept, [file]).units).toMatchObject([{ outcome: 'imported', notes: ['source-changed'] }])
})
