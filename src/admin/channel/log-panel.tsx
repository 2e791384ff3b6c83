'use client'

import { useCallback, useEffect, useState } from 'react'
import { getJson, postJson } from '../ask-json.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { refusalOf } from '../item/panel/refusal.ts'
import { LogRow, type ShownAttempt } from './log-row.tsx'

interface LogPanelProps {
  readonly channelId: string
  /** Whether the other side is a program that may be told again. */
  readonly canReplay: boolean
  readonly texts: Texts
  readonly language: string
}

interface Page {
  readonly attempts: readonly ShownAttempt[]
  readonly before: number | null
}

/** Null: it could not be read. */
function readLog(channelId: string, failed: boolean, before: number | null): Promise<Page | null> {
  const query = new URLSearchParams({
    failed: failed ? '1' : '0',
    ...(before !== null && { before: `${before}` }),
  })
  return getJson(`/api/channels/${channelId}/log?${query}`, new AbortController().signal)
}

/** What was tried on a channel, latest first, and for programs a way to be told again. */
export function LogPanel({ channelId, canReplay, texts, language }: LogPanelProps) {
  const t = textReader(texts, language)
  const [isFailedOnly, setFailedOnly] = useState(false)
  const [pages, setPages] = useState<readonly Page[]>([])
  const [said, setSaid] = useState('')
  const before = pages.at(-1)?.before ?? null
  const attempts = pages.flatMap((page) => page.attempts)

  const load = useCallback(
    async (failed: boolean): Promise<void> => {
      const page = await readLog(channelId, failed, null)
      setPages(page === null ? [] : [page])
      setSaid(page === null ? t('views.item.said.unreachable') : '')
    },
    [channelId, t],
  )
  // Once, when the form opens; afterwards whoever looks asks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts are new at every rendering and say the same
  useEffect(() => void load(false), [channelId])

  const more = async (): Promise<void> => {
    const page = await readLog(channelId, isFailedOnly, before)
    if (page === null) setSaid(t('views.item.said.unreachable'))
    else setPages([...pages, page])
  }
  const again = async (deliveryId: string): Promise<void> => {
    const answer = await postJson(`/api/channels/${channelId}/replay`, { dryRun: false, deliveryId })
    const refusal = refusalOf(answer, texts)
    const count = Number(answer?.body.count ?? 0)
    setSaid(refusal?.message ?? t('views.channel.log.replayed', { count, number: String(count) }))
  }
  return (
    <section aria-labelledby="em-channel-log">
      <h3 id="em-channel-log">{t('views.channel.log')}</h3>
      <div className="em-channel-log-bar">
        <label>
          <input
            type="checkbox"
            checked={isFailedOnly}
            onChange={({ target }) => {
              setFailedOnly(target.checked)
              void load(target.checked)
            }}
          />{' '}
          {t('views.channel.log.failedOnly')}
        </label>
        <button type="button" className="em-button" onClick={() => void load(isFailedOnly)}>
          {t('views.channel.log.refresh')}
        </button>
      </div>
      <p role="status">{said}</p>
      {attempts.length === 0 ? (
        <p>{t(isFailedOnly ? 'views.channel.log.noneFailed' : 'views.channel.log.none')}</p>
      ) : (
        <ul className="em-channel-log">
          {attempts.map((attempt) => (
            <LogRow
              key={attempt.attemptId}
              attempt={attempt}
              texts={texts}
              language={language}
              onReplay={canReplay ? () => void again(attempt.deliveryId) : null}
            />
          ))}
        </ul>
      )}
      {before !== null && (
        <div>
          <button type="button" className="em-button" onClick={() => void more()}>
            {t('views.channel.log.earlier')}
          </button>
        </div>
      )}
    </section>
  )
}
