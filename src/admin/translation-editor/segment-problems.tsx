import { type MarkFault, markFaults } from '../../translation/segments/coded-text.ts'
import type { Mark } from '../../translation/segments/segment.ts'
import type { SuggestedTerm } from '../../translation/targets/suggestions.ts'
import { lengthOf } from './character-limit.ts'
import { type EditorSetting, useSetting } from './editor-setting.ts'
import type { Entry } from './entry.ts'
import { markName } from './mark-name.ts'
import { termStanding } from './term-standing.ts'

interface SegmentProblemsProps {
  readonly id: string
  readonly entry: Entry
  readonly terms: readonly SuggestedTerm[]
}

interface Problem {
  /** `bad` keeps a text from being finished; `warn` is for its writer to judge. */
  readonly tone: 'bad' | 'warn'
  readonly text: string
}

/** What is wrong with a text as it stands, and what may be. */
export function SegmentProblems({ id, entry, terms }: SegmentProblemsProps) {
  const setting = useSetting()
  const problems = [...faultsOf(entry, setting), ...breachesOf(entry, terms, setting)]
  const { objection } = entry
  return (
    <div className="em-te-problems" id={id}>
      {objection?.kind === 'refused' && problems.every(({ tone }) => tone !== 'bad') && (
        <p className="em-bad" role="alert">
          {setting.t(`editor.refused.${objection.reason}`)}
        </p>
      )}
      {objection?.kind === 'source-changed' && (
        <p className="em-bad" role="alert">
          {setting.t('editor.refused.source-changed')}
        </p>
      )}
      {problems.map(({ tone, text }) => (
        <p key={text} className={`em-${tone}`}>
          {text}
        </p>
      ))}
    </div>
  )
}

function faultsOf({ segment, text }: Entry, setting: EditorSetting): Problem[] {
  if (text.trim() === '') return []
  const faults = markFaults(segment.text, text)
  const texts = new Set(faults.map((fault) => faultText(fault, segment.marks, setting)))
  const { over } = lengthOf(text, segment.maxCharacters)
  return [
    ...Array.from(texts, (fault): Problem => ({ tone: 'bad', text: fault })),
    ...(over > 0 ? [{ tone: 'bad', text: setting.t('editor.refused.too-long') } as const] : []),
  ]
}

function faultText({ kind, id }: MarkFault, marks: readonly Mark[], setting: EditorSetting): string {
  const mark = marks.find((each) => each.id === id)
  const name = mark === undefined ? '' : markName(mark, setting)
  return setting.t(`editor.fault.${kind}`, { id, name })
}

function breachesOf({ text }: Entry, terms: readonly SuggestedTerm[], { t }: EditorSetting): Problem[] {
  if (text.trim() === '') return []
  return terms.flatMap((entry): Problem[] => {
    const { isUsed, avoided } = termStanding(entry, text)
    const words = avoided.map(
      (word): Problem => ({
        tone: 'warn',
        text: t('editor.glossary.avoided', { word, term: entry.term }),
      }),
    )
    return entry.doNotTranslate && !isUsed
      ? [...words, { tone: 'warn', text: t('editor.glossary.changed', { term: entry.term }) }]
      : words
  })
}
