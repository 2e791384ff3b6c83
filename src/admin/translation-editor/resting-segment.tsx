import { lengthOf, overrunAt } from './character-limit.ts'
import type { Range } from './coded-runs.ts'
import { CodedText } from './coded-text.tsx'
import { useSetting } from './editor-setting.ts'
import { type Entry, isKept } from './entry.ts'
import { SegmentLength } from './segment-length.tsx'
import { SegmentStateTag } from './segment-state-tag.tsx'

interface RestingSegmentProps {
  readonly entry: Entry
  readonly number: number
  readonly name: string
  readonly onOpen: () => void
}

/** A segment that nobody works on: both texts as they are read, and one way in. */
export function RestingSegment({ entry, number, name, onOpen }: RestingSegmentProps) {
  const { t, source, target } = useSetting()
  const { segment, text } = entry
  const { state, maxCharacters: limit } = segment
  return (
    <li className="em-te-segment" data-segment={segment.key}>
      <div className="em-te-facts">
        <span className="em-te-place">{number}</span>
        <h3>{name}</h3>
        <SegmentStateTag state={state} />
        {!isKept(entry) && <span className="em-warn">{t('editor.segment.unsaved')}</span>}
        <span className="em-te-end">
          <SegmentLength text={text} limit={limit} />
        </span>
      </div>
      <div className="em-te-pair">
        <div className="em-te-source" lang={source.locale} dir={source.direction}>
          <CodedText text={segment.text} marks={segment.marks} locale={source.locale} />
        </div>
        {text === '' ? (
          <p className="em-te-nothing">{t('editor.segment.nothing')}</p>
        ) : (
          <div
            className={state === 'machine' ? 'em-te-target em-te-machine' : 'em-te-target'}
            lang={target.locale}
            dir={target.direction}
          >
            <TargetText entry={entry} />
          </div>
        )}
      </div>
      <button type="button" className="em-te-open" onClick={onOpen}>
        <span className="em-sr">{t('editor.segment.open', { name })}</span>
      </button>
    </li>
  )
}

/** What goes beyond the limit is tinted from the beginning of a word. */
function TargetText({ entry: { segment, text } }: { readonly entry: Entry }) {
  const { target } = useSetting()
  const { marks, maxCharacters: limit } = segment
  const { characters, over } = lengthOf(text, limit)
  const overrun: readonly Range[] =
    limit === null || over === 0 ? [] : [[overrunAt(text, limit, target.locale), characters]]
  return (
    <div className={over > 0 ? 'em-te-overrun' : undefined}>
      <CodedText text={text} marks={marks} locale={target.locale} terms={overrun} />
    </div>
  )
}
