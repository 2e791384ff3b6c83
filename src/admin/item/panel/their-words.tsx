import { useEffect, useState } from 'react'
import { askServer } from '../../ask-server.ts'
import type { CellDesk } from './cell-desk.ts'

interface Words {
  /** Null: it is gone, or the service gives no words back. */
  readonly theirs: string | null
  readonly ours: string | null
  readonly seen: string | null
}

/** Somebody changed the post there: their words beside ours, for whoever decides between them. */
export function TheirWords({ desk }: { readonly desk: CellDesk }) {
  const { item, cell, t, onSeen } = desk
  const { channelId, locale, direction, canDo } = cell
  const isConflict = canDo.includes('keep-theirs')
  const [found, setFound] = useState<Words | 'reading' | 'unread'>('reading')
  const address = `/api/dissemination/${item.collection}/${item.id}/compare?${new URLSearchParams({ channelId, locale })}`
  useEffect(() => {
    if (!isConflict) return
    const leaving = new AbortController()
    setFound('reading')
    read(address, leaving.signal).then(
      (words) => {
        setFound(words ?? 'unread')
        onSeen(words?.seen ?? null)
      },
      () => leaving.signal.aborted || setFound('unread'),
    )
    return () => leaving.abort()
  }, [isConflict, address, onSeen])
  if (!isConflict) return null
  if (found === 'reading') return <p aria-busy="true">{t('views.item.preview.reading')}</p>
  if (found === 'unread' || found.theirs === null)
    return <p className="em-note em-note-warn">{t('views.item.conflict.unread')}</p>
  return (
    <dl className="em-two-words">
      {(['theirs', 'ours'] as const).map((whose) => (
        <div key={whose}>
          <dt>{t(`views.item.conflict.${whose}`)}</dt>
          <dd lang={locale} dir={direction}>
            {found[whose]}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Null: the service did not answer. */
async function read(address: string, signal: AbortSignal): Promise<Words | null> {
  const answer = await askServer(address, { credentials: 'include', signal })
  return answer.ok ? ((await answer.json()) as Words) : null
}
