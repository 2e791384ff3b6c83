import { expect, test } from 'vitest'

import { bounceCorpus } from '../../testing/bounce-corpus/bounce-corpus.ts'
import type { BounceSample } from '../../testing/bounce-corpus/bounce-sample.ts'
import type { ReportedRecipient } from './failed-by-status.ts'
import { readReport } from './read-report.ts'

interface Read {
  readonly sample: BounceSample
  /** Null: it was not taken for a bounce of one person. */
  readonly told: ReportedRecipient | null
}

const read: readonly Read[] = await Promise.all(
  bounceCorpus.map(async (sample) => {
    const report = await readReport(Buffer.from(sample.raw))
    const [told, ...others] = report.kind === 'bounce' ? report.recipients : []
    return { sample, told: told !== undefined && others.length === 0 ? told : null }
  }),
)

const isHard = (bounceClass: string | undefined): boolean => bounceClass === 'hard'

const isFalselyHard = ({ sample, told }: Read): boolean =>
  isHard(told?.bounceClass) && !isHard(sample.bounceClass)

const notHard = read.filter(({ sample }) => !isHard(sample.bounceClass))

const misses = (of: readonly Read[], isMiss: (each: Read) => boolean): string[] =>
  of
    .filter(isMiss)
    .map(({ sample, told }) => `${sample.name} → ${told?.address} ${told?.status} ${told?.bounceClass}`)

test.for([
  ['the recipient', 0.97, read, ({ sample, told }: Read) => told?.address !== sample.address],
  ['the status', 0.97, read, ({ sample, told }: Read) => told === null || told.status !== sample.status],
  [
    'hard or not',
    0.92,
    read,
    ({ sample, told }: Read) => isHard(told?.bounceClass) !== isHard(sample.bounceClass),
  ],
  ['no dead mailbox that lives', 0.98, notHard, isFalselyHard],
  ['the class', 0.94, read, ({ sample, told }: Read) => told?.bounceClass !== sample.bounceClass],
] as const)('of the mails that come back, the reader finds %s in enough of them', ([, bar, of, isMiss]) => {
  const missed = misses(of, isMiss)
  expect(1 - missed.length / of.length, missed.join('\n')).toBeGreaterThanOrEqual(bar)
})

test('where the reader errs on who is gone, the mail does not say what the server refused', () => {
  const missed = read.filter(({ sample, told }) => isHard(told?.bounceClass) !== isHard(sample.bounceClass))
  expect(missed.map(({ sample }) => sample.name)).toEqual([
    'gmail: 550 Такой пользователь не найден',
    'apache james: 550 User unknown in virtual mailbox table',
    'mailmarshal: 550 User unknown in virtual mailbox table',
    'zoho: 550 Такой пользователь не найден',
  ])
})

test('the mails are many, and of many programs and languages', () => {
  const formats = new Set(bounceCorpus.map(({ name }) => name.split(':')[0]))
  expect([bounceCorpus.length >= 1000, formats.size >= 90]).toEqual([true, true])
})
