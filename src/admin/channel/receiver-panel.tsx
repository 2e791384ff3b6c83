'use client'

import { useState } from 'react'
import { postJson } from '../ask-json.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { refusalOf } from '../item/panel/refusal.ts'

interface ReceiverPanelProps {
  readonly channelId: string
  /** Whether we make the secret, and this person may have a new one made. */
  readonly canRotate: boolean
  readonly texts: Texts
  readonly language: string
}

interface NewSecret {
  readonly secret: string
  readonly previousUntil: string | null
}

/** For a program at the other side: all that it was told once more, and a new secret without a gap. */
export function ReceiverPanel({ channelId, canRotate, texts, language }: ReceiverPanelProps) {
  const t = textReader(texts, language)
  const [since, setSince] = useState('')
  const [count, setCount] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const [made, setMade] = useState<NewSecret | null>(null)
  const number = (value: number): string => value.toLocaleString(`${language}-u-nu-latn`)

  const replay = async (dryRun: boolean): Promise<void> => {
    const asked = { dryRun, ...(since !== '' && { since: `${since}T00:00:00.000Z` }) }
    const answer = await postJson(`/api/channels/${channelId}/replay`, asked)
    const refusal = refusalOf(answer, texts)
    const found = Number(answer?.body.count ?? 0)
    setCount(refusal === null && dryRun && found > 0 ? found : null)
    if (refusal !== null) setSaid(refusal.message)
    else if (found === 0) setSaid(t('views.channel.replay.none'))
    else if (dryRun) setSaid(t('views.channel.replay.ask', { count: found, number: number(found) }))
    else setSaid(t('views.channel.log.replayed', { count: found, number: number(found) }))
  }
  const rotate = async (): Promise<void> => {
    const answer = await postJson(`/api/channels/${channelId}/rotate-secret`)
    const refusal = refusalOf(answer, texts)
    setMade(refusal === null ? (answer?.body as unknown as NewSecret) : null)
    setSaid(refusal?.message ?? '')
  }
  const until =
    made?.previousUntil &&
    new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { dateStyle: 'long' }).format(
      new Date(made.previousUntil),
    )
  return (
    <section aria-labelledby="em-channel-receiver">
      <h3 id="em-channel-receiver">{t('views.channel.replay')}</h3>
      <small>{t('views.channel.replay.help')}</small>
      <label htmlFor="em-replay-since">
        {t('views.channel.replay.since')}
        <input
          id="em-replay-since"
          className="em-input"
          type="date"
          value={since}
          onChange={({ target }) => {
            setSince(target.value)
            setCount(null)
          }}
        />
      </label>
      <div className="em-channel-log-bar">
        <button type="button" className="em-button" onClick={() => void replay(true)}>
          {t('views.channel.backfill.count')}
        </button>
        {count !== null && (
          <button type="button" className="em-button em-button-first" onClick={() => void replay(false)}>
            {t('views.channel.replay.start')}
          </button>
        )}
        {canRotate && (
          <button type="button" className="em-button" onClick={() => void rotate()}>
            {t('views.channel.rotate')}
          </button>
        )}
      </div>
      {canRotate && <small>{t('views.channel.rotate.help')}</small>}
      <div role="status">
        <p>{said}</p>
        {made !== null && (
          <p className="em-note">
            {t('views.channel.rotate.made')} <code dir="ltr">{made.secret}</code>{' '}
            {until && t('views.channel.rotate.until', { at: until })}
          </p>
        )}
      </div>
    </section>
  )
}
