import type { Entry, Objection } from './desk.ts'
import { useSetting } from './editor-setting.ts'

interface SegmentConflictProps {
  readonly entry: Entry
  readonly conflict: Extract<Objection, { kind: 'conflict' }>
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Two people wrote the same segment: both texts, and a choice. Nothing is overwritten until it is made. */
export function SegmentConflict({ entry, conflict, onMine, onTheirs }: SegmentConflictProps) {
  const { t, target } = useSetting()
  const { authorName } = conflict
  return (
    <div className="em-te-conflict" role="alert">
      <p>
        <b>
          {authorName === null ? t('editor.conflict.somebody') : t('editor.conflict', { name: authorName })}
        </b>{' '}
        {t('editor.conflict.choose')}
      </p>
      <dl>
        <div>
          <dt>{t('editor.conflict.theirs')}</dt>
          <dd lang={target.locale} dir={target.direction}>
            {conflict.text}
          </dd>
          <button type="button" className="em-button" onClick={onTheirs}>
            {t('editor.conflict.takeTheirs')}
          </button>
        </div>
        <div>
          <dt>{t('editor.conflict.mine')}</dt>
          <dd lang={target.locale} dir={target.direction}>
            {entry.text}
          </dd>
          <button type="button" className="em-button" onClick={onMine}>
            {t('editor.conflict.keepMine')}
          </button>
        </div>
      </dl>
    </div>
  )
}
