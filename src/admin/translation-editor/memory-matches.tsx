import { withoutMarks } from '../../translation/segments/coded-text.ts'
import type { Suggestions } from '../../translation/targets/suggestions.ts'
import { dayIn } from './dates.ts'
import { useSetting } from './editor-setting.ts'

interface MemoryMatchesProps {
  readonly suggestions: Suggestions | null
  /** Whether the server gave no answer. */
  readonly isLost: boolean
  readonly onTake: (text: string) => void
}

/** The same source in the same place is worth more than the same words elsewhere. */
const WHOLE = 100

/** What was approved before for this text or one like it; each can be taken over. */
export function MemoryMatches({ suggestions, isLost, onTake }: MemoryMatchesProps) {
  const { t, tag, target } = useSetting()
  if (suggestions === null)
    return <p className="em-te-help">{t(isLost ? 'editor.memory.lost' : 'editor.memory.looking')}</p>
  const { matches } = suggestions
  if (matches.length === 0) return <p className="em-te-help">{t('editor.memory.none')}</p>
  const percent = new Intl.NumberFormat(tag, { style: 'percent' })
  return (
    <ul>
      {matches.map(({ text, score, provenance, at }, index) => (
        <li key={text}>
          <div className="em-te-match">
            <span>
              <b>{percent.format(Math.min(score, WHOLE) / WHOLE)}</b>{' '}
              <span className="em-te-help">
                {provenance === ''
                  ? dayIn(tag, at)
                  : t('editor.memory.from', { name: provenance, when: dayIn(tag, at) })}
              </span>
            </span>
            <button
              type="button"
              className="em-te-key"
              aria-keyshortcuts={`Alt+${index + 1}`}
              onClick={() => onTake(text)}
            >
              <kbd>
                {t('editor.key.alt')} {index + 1}
              </kbd>
              <span className="em-sr">{t('editor.memory.take', { number: index + 1 })}</span>
            </button>
          </div>
          <p className="em-te-other" lang={target.locale} dir={target.direction}>
            {withoutMarks(text)}
          </p>
        </li>
      ))}
    </ul>
  )
}
