import { useState } from 'react'

import type { Post } from '../../../channels/channel.ts'
import type { CellDesk } from './cell-desk.ts'

interface ByHandProps {
  readonly desk: CellDesk
  /** What is to be posted. Null: not composed yet. */
  readonly post: Pick<Post, 'text' | 'fields'> | null
}

/** For a service that takes posts from people only: the text to take along, and the way there. */
export function ByHand({ desk: { channel, t }, post }: ByHandProps) {
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(post?.text ?? '')
      setSaid(t('views.item.byHand.copied'))
    } catch {
      // A browser may refuse: the text stands in the preview, where it can be marked.
      setSaid(t('views.item.byHand.notCopied'))
    }
  }
  return (
    <div className="em-cell-by-hand">
      <p>{t('views.item.byHand')}</p>
      <div className="em-actions">
        <button
          type="button"
          className="em-button em-button-first"
          disabled={post === null}
          onClick={() => void copy()}
        >
          {t('views.item.byHand.copy')}
        </button>
        <a
          className="em-button"
          // Where the service takes what we composed, filled in.
          href={post?.fields?.openUrl ?? channel.url}
          target="_blank"
          rel="noreferrer"
        >
          {t('views.item.byHand.open', { service: channel.service })}
        </a>
        <span role="status">{said}</span>
      </div>
    </div>
  )
}
