'use client'

import { useState } from 'react'
import { postJson } from '../../ask-json.ts'
import { isSignedOut } from '../../ask-server.ts'
import { type Texts, textReader } from '../../client-texts.ts'

interface SeedRow {
  readonly locale: string
  /** Of the language, in itself. */
  readonly name: string
  /** How many get it, as people write it. */
  readonly colleagues: string
}

interface SeedButtonsProps {
  readonly issueId: string
  readonly rows: readonly SeedRow[]
  readonly texts: Texts
  /** Of the interface. */
  readonly language: string
}

interface SeedAnswer {
  readonly email: string
  readonly outcome: 'submitted' | 'unconfirmed' | 'failed'
}

/** Sends the letter as it stands to colleagues, in one language or one after the other in all. */
export function SeedButtons({ issueId, rows, texts, language }: SeedButtonsProps) {
  const t = textReader(texts, language)
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map())
  /** Languages that are through, of all. Null: not all were asked for. */
  const [through, setThrough] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)

  /** Answers whether the next can be asked for as well. */
  const send = async ({ locale }: SeedRow): Promise<boolean> => {
    const say = (words: string) => setSaid((before) => new Map([...before, [locale, words]]))
    say(t('views.seeds.sending'))
    const answer = await postJson(`/api/issues/${issueId}/test`, { locale, to: 'seeds' })
    const isOut = isSignedOut(answer)
    say(isOut ? '' : answer === null ? t('views.unreachable') : wordsFor(answer.body, t))
    return !isOut
  }
  const sendAll = async (): Promise<void> => {
    setBusy(true)
    let done = 0
    for (const row of rows) {
      setThrough(done)
      if (!(await send(row))) break
      done += 1
    }
    setThrough(done)
    setBusy(false)
  }
  const sendOne = async (row: SeedRow): Promise<void> => {
    setBusy(true)
    setThrough(null)
    await send(row)
    setBusy(false)
  }

  return (
    <>
      <div className="em-seeds-head">
        <p>{t('views.seeds.lead')}</p>
        <div className="em-test">
          <button type="button" className="em-button" disabled={isBusy} onClick={() => void sendAll()}>
            {t('views.seeds.all')}
          </button>
          <p role="status">
            {through !== null && t('views.seeds.progress', { done: through, all: rows.length })}
          </p>
        </div>
      </div>
      <table className="em-bars">
        <thead>
          <tr>
            <th scope="col">{t('views.send.language')}</th>
            <th scope="col" className="em-end">
              {t('views.seeds.colleagues')}
            </th>
            <th scope="col" aria-label={t('views.seeds.send')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.locale}>
              <th scope="row">
                <bdi lang={row.locale}>{row.name}</bdi>
              </th>
              <td className="em-end">{row.colleagues}</td>
              <td>
                <div className="em-test">
                  <button
                    type="button"
                    className="em-button"
                    aria-label={t('views.seeds.sendIn', { language: row.name })}
                    disabled={isBusy}
                    onClick={() => void sendOne(row)}
                  >
                    {t('views.seeds.send')}
                  </button>
                  <p role="status">{said.get(row.locale)}</p>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function wordsFor(
  { seeds, outcome, error }: Readonly<Record<string, unknown>>,
  t: ReturnType<typeof textReader>,
): string {
  if (!Array.isArray(seeds)) {
    if (error === 'too-many') return t('views.seeds.too-many')
    const isFault = outcome === 'no-edition' || outcome === 'edition-refused'
    return t(isFault ? `views.reason.issue.${outcome}` : 'views.unreachable')
  }
  const named = (wanted: SeedAnswer['outcome']): string[] =>
    (seeds as readonly SeedAnswer[]).filter(({ outcome: each }) => each === wanted).map(({ email }) => email)
  const [failed, unconfirmed] = [named('failed'), named('unconfirmed')]
  return [
    t('views.seeds.submitted', { number: named('submitted').length }),
    ...(failed.length > 0 ? [t('views.seeds.failed', { names: failed.join(', ') })] : []),
    ...(unconfirmed.length > 0 ? [t('views.seeds.unconfirmed', { names: unconfirmed.join(', ') })] : []),
  ].join(' ')
}
