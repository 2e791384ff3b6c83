import { type FormEvent, useState } from 'react'

import type { Comment } from '../../translation/targets/translation.ts'
import { dayIn } from './dates.ts'
import { useSetting } from './editor-setting.ts'

interface CommentsProps {
  readonly comments: readonly Comment[]
  /** @returns whether it is kept. */
  readonly onComment: (text: string) => Promise<boolean>
}

const MAX_CHARACTERS = 2000

/** What people say about one segment. */
export function Comments({ comments, onComment }: CommentsProps) {
  const { t, tag } = useSetting()
  const [text, setText] = useState('')
  const [isLost, setIsLost] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return
    const isKept = await onComment(text.trim())
    setIsLost(!isKept)
    if (isKept) setText('')
  }
  return (
    <>
      <ul>
        {comments.map(({ id, authorName, at, text: said }) => (
          <li key={id}>
            <div className="em-te-said">
              <b>{authorName}</b> <span className="em-te-help">{dayIn(tag, at)}</span>
            </div>
            <p dir="auto">{said}</p>
          </li>
        ))}
      </ul>
      <form className="em-te-comment" onSubmit={(event) => void send(event)}>
        <textarea
          rows={2}
          dir="auto"
          maxLength={MAX_CHARACTERS}
          aria-label={t('editor.comments.write')}
          placeholder={t('editor.comments.write')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="em-button em-te-small" disabled={text.trim() === ''}>
          {t('editor.comments.send')}
        </button>
        <p role="status">{isLost && t('editor.comments.lost')}</p>
      </form>
    </>
  )
}
