'use client'

import { useState } from 'react'
import { postJson } from '../ask-json.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { refusalOf } from '../item/panel/refusal.ts'

interface BackfillPanelProps {
  readonly channelId: string
  readonly texts: Texts
  readonly language: string
}

interface Counted {
  readonly count: number
  readonly perDay: number
  readonly days: number
}

/** Announces what was public before the channel was: counted first, then a few each day. */
export function BackfillPanel({ channelId, texts, language }: BackfillPanelProps) {
  const t = textReader(texts, language)
  const [since, setSince] = useState('')
  const [counted, setCounted] = useState<Counted | null>(null)
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const number = (value: number): string => value.toLocaleString(`${language}-u-nu-latn`)

  const ask = async (dryRun: boolean): Promise<void> => {
    setBusy(true)
    setSaid(t('views.item.said.working'))
    const asked = { dryRun, ...(since !== '' && { since: `${since}T00:00:00.000Z` }) }
    const answer = await postJson(`/api/channels/${channelId}/backfill`, asked)
    setBusy(false)
    const refusal = refusalOf(answer, texts)
    if (answer === null || refusal !== null) {
      setSaid(refusal?.message ?? '')
      return
    }
    const found = answer.body as unknown as Counted
    setCounted(dryRun && found.count > 0 ? found : null)
    setSaid(
      !dryRun
        ? t('views.channel.backfill.done', { count: found.count, number: number(found.count) })
        : found.count === 0
          ? t('views.channel.backfill.none')
          : '',
    )
  }
  return (
    <section aria-labelledby="em-backfill">
      <h3 id="em-backfill">{t('views.channel.backfill')}</h3>
      <small>{t('views.channel.backfill.help')}</small>
      <label htmlFor="em-backfill-since">
        {t('views.channel.backfill.since')}
        <input
          id="em-backfill-since"
          className="em-input"
          type="date"
          value={since}
          onChange={({ target }) => {
            setSince(target.value)
            setCounted(null)
          }}
        />
      </label>
      <div>
        <button type="button" className="em-button" disabled={isBusy} onClick={() => void ask(true)}>
          {t('views.channel.backfill.count')}
        </button>
      </div>
      <div role="status">
        <p>{said}</p>
        {counted !== null && (
          <p>
            {t('views.channel.backfill.ask', { count: counted.count, number: number(counted.count) })}{' '}
            {t('views.channel.backfill.days', {
              count: counted.days,
              number: number(counted.days),
              perDay: number(counted.perDay),
            })}
          </p>
        )}
      </div>
      {counted !== null && (
        <div>
          <button
            type="button"
            className="em-button em-button-first"
            disabled={isBusy}
            onClick={() => void ask(false)}
          >
            {t('views.channel.backfill.start')}
          </button>
        </div>
      )}
    </section>
  )
}
