import { expect, test } from 'vitest'

import { planSample, sampleFile, sampleSegment } from '../../testing/exchange.ts'
import type { ExchangeSegment, XliffVersion } from './exchange-file.ts'
import type { ImportTerms } from './import-terms.ts'
import { writeXliff } from './write-xliff.ts'

interface Case {
  /** As it was when the file went out. */
  readonly sent?: Partial<ExchangeSegment>
  /** What the translator's tool made of it. */
  readonly back?: Partial<ExchangeSegment>
  /** How it stands when the file comes in. */
  readonly now?: Partial<ExchangeSegment>
  readonly terms?: Partial<ImportTerms>
  /** What the tool did to the file itself. */
  readonly change?: (text: string) => string
  /** What comes of it. */
  readonly outcome: string
  readonly notes?: readonly string[]
  readonly write?: object
}

const approved = { target: 'Αρχίζει', state: 'approved', version: 2 } as const
const inReview = { target: 'Αρχίζει', state: 'needs-review', version: 2 } as const
const drafted = { target: 'Αρχίζει', state: 'machine', version: 1 } as const
const started = { target: 'Αρχίζει', state: 'in-translation', version: 1 } as const
const handedIn = { target: 'Ξεκινά', state: 'needs-review' } as const
const signedOff = { target: 'Ξεκινά', state: 'approved' } as const
const newSource = { source: 'Mentoring began', sourceHash: 'hash-of-the-new-source' } as const
const asTranslator = { mayPublish: false }
const withoutOurs = (text: string): string => text.replaceAll(/ em:[a-z]+="[^"]*"/gu, '')

const cases: readonly [string, Case][] = [
  [
    'a first translation waits for review',
    { back: handedIn, outcome: 'imported', write: { text: 'Ξεκινά', state: 'needs-review', version: 0 } },
  ],
  [
    'what an editor imports as final is approved',
    { back: signedOff, outcome: 'imported', write: { state: 'approved' } },
  ],
  [
    'what a translator imports as final waits for an editor',
    {
      back: signedOff,
      terms: asTranslator,
      outcome: 'imported',
      notes: ['needs-approval'],
      write: { state: 'needs-review' },
    },
  ],
  [
    'a tool that sets no state hands in all the same',
    {
      back: { target: 'Ξεκινά', state: 'in-translation' },
      outcome: 'imported',
      write: { state: 'needs-review' },
    },
  ],
  ['what nobody translated is skipped', { outcome: 'skipped' }],
  [
    'an empty translation is skipped',
    { back: { target: ' ', state: 'needs-review' }, outcome: 'skipped', notes: ['empty'] },
  ],
  [
    'an empty final translation takes nothing away',
    { sent: approved, back: { target: '', state: 'approved' }, outcome: 'skipped', notes: ['empty'] },
  ],
  [
    'a machine draft that comes back untouched stays one',
    { sent: drafted, back: drafted, outcome: 'unchanged' },
  ],
  [
    'a machine draft that somebody confirmed waits for review',
    {
      sent: drafted,
      back: { ...drafted, state: 'needs-review' },
      outcome: 'imported',
      write: { text: 'Αρχίζει', state: 'needs-review', version: 1 },
    },
  ],
  [
    'a machine draft that somebody corrected waits for review',
    { sent: drafted, back: handedIn, outcome: 'imported', write: { text: 'Ξεκινά', version: 1 } },
  ],
  [
    'a machine draft that ran again meanwhile gives way',
    {
      sent: drafted,
      back: handedIn,
      now: { ...drafted, target: 'Άλλο', version: 4 },
      outcome: 'imported',
      write: { version: 4 },
    },
  ],
  [
    'what is under way and comes back untouched stays under way',
    { sent: started, back: started, outcome: 'unchanged' },
  ],
  [
    'an approved text that a tool calls translated stays approved',
    { sent: approved, back: { ...approved, state: 'needs-review' }, outcome: 'unchanged' },
  ],
  [
    'an approved text that a translator changed waits for review again',
    {
      sent: approved,
      back: handedIn,
      terms: asTranslator,
      outcome: 'imported',
      write: { state: 'needs-review', version: 2 },
    },
  ],
  [
    'a text in review that an editor signs off is approved',
    { sent: inReview, back: approved, outcome: 'imported', write: { text: 'Αρχίζει', state: 'approved' } },
  ],
  [
    'a text in review that a translator signs off stays in review',
    { sent: inReview, back: approved, terms: asTranslator, outcome: 'unchanged' },
  ],

  [
    'a text that somebody changed meanwhile is a conflict',
    {
      sent: inReview,
      back: handedIn,
      now: { ...inReview, target: 'Νέο', version: 3 },
      outcome: 'conflict',
      notes: ['changed-since'],
    },
  ],
  [
    'a text that somebody approved meanwhile is a conflict',
    {
      sent: inReview,
      back: handedIn,
      now: { ...approved, version: 3 },
      outcome: 'conflict',
      notes: ['changed-since'],
    },
  ],
  [
    'a text that somebody wrote meanwhile where there was none is a conflict',
    { back: handedIn, now: inReview, outcome: 'conflict', notes: ['changed-since'] },
  ],
  [
    'in a conflict the newer text stays when the importer says so',
    {
      sent: inReview,
      back: handedIn,
      now: { ...approved, version: 3 },
      terms: { conflicts: 'keep' },
      outcome: 'kept',
      notes: ['changed-since'],
    },
  ],
  [
    'in a conflict the file wins when the importer says so',
    {
      sent: inReview,
      back: handedIn,
      now: { ...approved, version: 3 },
      terms: { conflicts: 'overwrite' },
      outcome: 'imported',
      notes: ['overwritten'],
      write: { text: 'Ξεκινά', version: 3 },
    },
  ],
  [
    'the same text written twice is no conflict',
    { sent: inReview, back: handedIn, now: { ...handedIn, version: 3 }, outcome: 'unchanged' },
  ],
  [
    'without our versions an approved text is not overwritten unasked',
    { sent: approved, back: handedIn, change: withoutOurs, outcome: 'conflict', notes: ['changed-since'] },
  ],
  [
    'without our versions a text in review is replaced',
    { sent: inReview, back: handedIn, change: withoutOurs, outcome: 'imported', write: { version: 2 } },
  ],

  [
    'a translation of an older source is taken as outdated',
    {
      back: handedIn,
      now: newSource,
      outcome: 'imported',
      notes: ['source-changed'],
      write: { sourceHash: 'hash-of-the-source', sourceText: 'Mentoring starts', sourceRevision: 3 },
    },
  ],
  [
    'a translation of an older source is refused when only current ones are wanted',
    { back: handedIn, now: newSource, terms: { oldSource: 'refuse' }, outcome: 'problem' },
  ],
  [
    'an untouched translation of an older source changes nothing',
    {
      sent: approved,
      back: approved,
      now: { ...newSource, ...approved, outdated: true },
      outcome: 'unchanged',
    },
  ],
  [
    'a source whose comma changed is still the same',
    {
      back: handedIn,
      now: { source: 'Mentoring, starts' },
      outcome: 'imported',
      write: { sourceHash: 'hash-of-the-source' },
    },
  ],
  [
    'an outdated text that comes back untouched stays outdated',
    { sent: { ...approved, outdated: true }, back: { ...approved, outdated: true }, outcome: 'unchanged' },
  ],
  [
    'an outdated text that the translator confirms is current again',
    {
      sent: { ...approved, outdated: true },
      back: { ...inReview, outdated: false },
      outcome: 'imported',
      write: { text: 'Αρχίζει', state: 'needs-review', sourceHash: 'hash-of-the-source' },
    },
  ],
]

test.for(
  cases.flatMap(([rule, given]) =>
    (['2.1', '1.2'] as const).map((version) => [rule, version, given] as const),
  ),
)('%s (XLIFF %s)', ([, version, given]: readonly [string, XliffVersion, Case]) => {
  const {
    sent = {},
    back = {},
    now = sent,
    terms = {},
    change = (text) => text,
    outcome,
    notes = [],
    write,
  } = given
  const out = sampleSegment({ ...sent, ...back, version: sent.version ?? 0 })
  const text = change(writeXliff([sampleFile([out])], version))

  const plan = planSample(text, [sampleFile([sampleSegment(now)])], terms)

  expect(plan.units).toMatchObject([{ outcome, notes }])
  expect(plan.writes).toMatchObject(write === undefined ? [] : [write])
})
