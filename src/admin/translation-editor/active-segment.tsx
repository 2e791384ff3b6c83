import { type ReactNode, useId } from 'react'

import type { Suggestions } from '../../translation/targets/suggestions.ts'
import { CodedText } from './coded-text.tsx'
import { dayIn } from './dates.ts'
import type { Desk } from './desk.ts'
import { useSetting } from './editor-setting.ts'
import type { Entry } from './entry.ts'
import { SegmentConflict } from './segment-conflict.tsx'
import { SegmentLength } from './segment-length.tsx'
import { SegmentProblems } from './segment-problems.tsx'
import { SegmentStateTag } from './segment-state-tag.tsx'
import { TargetField } from './target-field.tsx'

interface ActiveSegmentProps {
  readonly entry: Entry
  readonly number: number
  readonly name: string
  readonly help: string | null
  readonly desk: Desk
  readonly suggestions: Suggestions | null
  readonly takesFocus: boolean
  readonly showsChanges: boolean
  readonly onToggleChanges: () => void
  readonly onFinish: (verdict: 'done' | 'still-right') => void
  /** What helps with it, where there is no room beside the list. */
  readonly children: ReactNode
}

/** The segment that is worked on, raised above the others. */
export function ActiveSegment(props: ActiveSegmentProps) {
  const { entry, number, name, help, desk, suggestions, takesFocus, onFinish, children } = props
  const { t, tag, mayApprove } = useSetting()
  const described = useId()
  const { segment, objection, text } = entry
  const { key } = segment
  const terms = suggestions?.terms ?? []
  const mayStay = segment.state === 'outdated' && text.trim() !== ''
  return (
    <li className="em-te-segment em-te-active">
      <div className="em-te-facts">
        <span className="em-te-place">{number}</span>
        <h3>{name}</h3>
        <SegmentStateTag state={segment.state} />
        {segment.target !== null && segment.target.updatedAt !== '' && (
          <span className="em-te-end">
            {segment.target.authorName === null
              ? dayIn(tag, segment.target.updatedAt)
              : t('editor.segment.by', {
                  name: segment.target.authorName,
                  when: dayIn(tag, segment.target.updatedAt),
                })}
          </span>
        )}
      </div>
      <div className="em-te-pair">
        <Source {...props} />
        <div>
          {objection?.kind === 'conflict' && (
            <SegmentConflict
              entry={entry}
              conflict={objection}
              onMine={() => desk.keepMine(key)}
              onTheirs={() => void desk.takeTheirs(key)}
            />
          )}
          <TargetField
            entry={entry}
            name={name}
            describedBy={described}
            takesFocus={takesFocus}
            onWrite={(words) => desk.write(key, words)}
            onLeave={() => void desk.save(key)}
          />
          <SegmentProblems id={described} entry={entry} terms={terms} />
          <div className="em-te-foot">
            {segment.maxCharacters === null ? (
              text === '' && help !== null && <p className="em-te-help">{help}</p>
            ) : (
              <SegmentLength text={text} limit={segment.maxCharacters} withBar />
            )}
            <div className="em-te-buttons">
              {mayStay && (
                <button
                  type="button"
                  className="em-button em-te-small"
                  onClick={() => onFinish('still-right')}
                >
                  {t('editor.stillRight')}
                </button>
              )}
              <button
                type="button"
                className="em-button em-button-first em-te-small"
                aria-keyshortcuts="Control+Enter"
                onClick={() => onFinish('done')}
              >
                {t(mayApprove ? 'editor.approve' : 'editor.done')}{' '}
                <kbd>
                  {t('editor.key.control')} {t('editor.key.enter')}
                </kbd>
              </button>
            </div>
          </div>
          {segment.state === 'machine' && <p className="em-te-help">{t('editor.segment.machine')}</p>}
        </div>
      </div>
      {children}
    </li>
  )
}

/** The source, with what changed in it since the translation was made. */
function Source({ entry, suggestions, showsChanges, onToggleChanges }: ActiveSegmentProps) {
  const { t, source } = useSetting()
  const { segment } = entry
  const before =
    entry.sourceBefore ?? (segment.state === 'outdated' ? segment.target?.sourceText : null) ?? null
  const terms = (suggestions?.terms ?? []).flatMap(({ places }) => places)
  return (
    <div>
      <div className="em-te-source" lang={source.locale} dir={source.direction}>
        <CodedText
          text={segment.text}
          marks={segment.marks}
          before={showsChanges ? before : null}
          locale={source.locale}
          terms={terms.toSorted(([one], [other]) => one - other)}
          withNumbers
        />
      </div>
      {before !== null && (
        <button type="button" className="em-te-quiet" aria-keyshortcuts="Control+D" onClick={onToggleChanges}>
          {t(showsChanges ? 'editor.changes.hide' : 'editor.changes.show')}
        </button>
      )}
    </div>
  )
}
