import { createElement, type JSX, type ReactNode, useMemo } from 'react'

import type { Mark } from '../../translation/segments/segment.ts'
import { codedRuns, type Range, type Run } from './coded-runs.ts'
import { useSetting } from './editor-setting.ts'
import { formatsOf, markName } from './mark-name.ts'
import { type Change, wordChanges } from './word-changes.ts'

interface CodedTextProps {
  readonly text: string
  readonly marks: readonly Mark[]
  /** An older version, to show what changed since. Null: the text alone. */
  readonly before?: string | null
  /** BCP 47, of the text. */
  readonly locale: string
  /** Stretches that are underlined, in the text without its marks. */
  readonly terms?: readonly Range[]
  /** Whether the places of marks carry their numbers. */
  readonly withNumbers?: boolean
}

/** A coded text as its readers see it: bold is bold, and links look like links but lead nowhere. */
export function CodedText({
  text,
  marks,
  before = null,
  locale,
  terms = [],
  withNumbers = false,
}: CodedTextProps) {
  const changes = useMemo(
    (): readonly Change[] => (before === null ? [{ kind: 'same', text }] : wordChanges(before, text, locale)),
    [before, text, locale],
  )
  const runs = codedRuns(changes, marks, terms)
  return (
    <p className="em-te-words">
      {runs.map((run, index) =>
        run.kind === 'words' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place.
          <Words key={index} run={run} />
        ) : (
          withNumbers &&
          run.place !== 'closes' && (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <MarkNumber key={index} run={run} marks={marks} />
          )
        ),
      )}
    </p>
  )
}

function Words({ run }: { readonly run: Extract<Run, { kind: 'words' }> }) {
  const { t } = useSetting()
  const drawn = run.within.reduceRight<ReactNode>(
    (inside, mark) => marked(inside, mark),
    run.range === null ? run.text : <span className="em-te-term">{run.text}</span>,
  )
  if (run.change === 'added')
    return (
      <ins>
        <span className="em-sr">{t('editor.changes.added')} </span>
        {drawn}
        <span className="em-sr"> {t('editor.changes.end')} </span>
      </ins>
    )
  if (run.change === 'removed')
    return (
      <del>
        <span className="em-sr">{t('editor.changes.removed')} </span>
        {drawn}
        <span className="em-sr"> {t('editor.changes.end')} </span>
      </del>
    )
  return drawn
}

const elements: Readonly<Record<ReturnType<typeof formatsOf>[number], keyof JSX.IntrinsicElements>> = {
  bold: 'strong',
  italic: 'em',
  struck: 's',
  underlined: 'u',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
}

function marked(inside: ReactNode, mark: Mark): ReactNode {
  if (mark.kind === 'link') return <span className="em-te-link">{inside}</span>
  return formatsOf(mark).reduceRight<ReactNode>(
    (within, format) => createElement(elements[format], null, within),
    inside,
  )
}

interface MarkNumberProps {
  readonly run: Extract<Run, { kind: 'mark' }>
  readonly marks: readonly Mark[]
}

function MarkNumber({ run, marks }: MarkNumberProps) {
  const setting = useSetting()
  const mark = marks.find(({ id }) => id === run.id)
  return (
    <sup className="em-te-number" title={mark && markName(mark, setting)}>
      {run.id}
    </sup>
  )
}
