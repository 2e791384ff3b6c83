'use client'

import { useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import { postJson } from '../ask-json.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { Mark } from '../marks.tsx'

interface TestPanelProps {
  readonly channelId: string
  readonly texts: Texts
  readonly language: string
}

interface Outcome {
  readonly isOk: boolean
  readonly lines: readonly string[]
}

/** Signs in with what is saved, and says who we are there or why that failed. */
export function TestPanel({ channelId, texts, language }: TestPanelProps) {
  const t = textReader(texts, language)
  const isModified = useFormModified()
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const test = async (): Promise<void> => {
    setBusy(true)
    setOutcome(null)
    const answer = await postJson(`/api/channels/${channelId}/test`)
    setBusy(false)
    setOutcome(outcomeOf(answer, texts, language))
  }
  return (
    <div className="em-channel-test">
      <button
        type="button"
        className="em-button"
        disabled={isBusy || isModified}
        aria-describedby="em-channel-test-help"
        onClick={() => void test()}
      >
        {t('views.channel.test')}
      </button>
      <small id="em-channel-test-help">{t(`views.channel.test.${isModified ? 'first' : 'help'}`)}</small>
      <div role="status">
        {isBusy && <p>{t('views.item.said.working')}</p>}
        {outcome !== null && (
          <div className="em-channel-outcome">
            <Mark name={outcome.isOk ? 'submitted' : 'failed'} tone={outcome.isOk ? 'ok' : 'bad'} size={15} />
            <div>
              {outcome.lines.map((line) => (
                <p key={line} dir="auto">
                  {line}
                </p>
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  )
}

interface Tested {
  readonly ok?: boolean
  readonly account?: { readonly name: string; readonly expiresAt?: string | null }
  readonly reason?: string
  readonly message?: string
  readonly error?: string
}

function outcomeOf(answer: Awaited<ReturnType<typeof postJson>>, texts: Texts, language: string): Outcome {
  const t = textReader(texts, language)
  if (answer === null) return { isOk: false, lines: [t('views.item.said.unreachable')] }
  const { ok, account, reason, message, error } = answer.body as Tested
  if (ok === true && account !== undefined) {
    const { name, expiresAt } = account
    const day = expiresAt
      ? new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { dateStyle: 'long' }).format(
          new Date(expiresAt),
        )
      : null
    return {
      isOk: true,
      lines: [
        t('views.channel.test.ok', { name }),
        ...(day === null ? [] : [t('views.channel.test.expires', { at: day })]),
      ],
    }
  }
  const known = reason === undefined ? undefined : texts[`views.reason.channel.${reason}`]
  const why = known ?? reason ?? error ?? String(answer.status)
  return { isOk: false, lines: [t('views.channel.failed'), why, ...(message ? [message] : [])] }
}
