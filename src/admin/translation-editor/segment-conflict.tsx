import type { ReactNode } from 'react'
import { useSetting } from './editor-setting.ts'
import type { Entry, Objection } from './entry.ts'

interface SegmentConflictProps {
  readonly entry: Entry
  readonly conflict: Extract<Objection, { kind: 'conflict' }>
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Two people wrote the same segment: both texts, and a choice. Nothing is overwritten until it is made. */
export function SegmentConflict({ entry, conflict, onMine, onTheirs }: SegmentConflictProps) {
  const { t } = useSetting()
  const { authorName } = conflict
  return (
    <div className="em-te-conflict" role="alert">
      <p>
        <b>
          {authorName === null ? t('editor.conflict.somebody') : t('editor.conflict', { name: authorName })}
        </b>{' '}
        {t('editor.conflict.choose')}
      </p>
      <Version name={t('editor.conflict.theirs')} text={conflict.text}>
        <button type="button" className="em-button" onClick={onTheirs}>
          {t('editor.conflict.takeTheirs')}
        </button>
      </Version>
      <Version name={t('editor.conflict.mine')} text={entry.text}>
        <button type="button" className="em-button" onClick={onMine}>
          {t('editor.conflict.keepMine')}
        </button>
      </Version>
    </div>
  )
}

interface VersionProps {
  /** Whose it is. */
  readonly name: string
  readonly text: string
  readonly children: ReactNode
}

function Version({ name, text, children }: VersionProps) {
  const { target } = useSetting()
  return (
    <div className="em-te-version">
      <p>{name}</p>
      <p className="em-te-words" lang={target.locale} dir={target.direction}>
        {text}
      </p>
      {children}
    </div>
  )
}
