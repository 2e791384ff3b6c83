'use client'

import { useField, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { directionOf, isLocale, type Locale } from '../../../i18n/locales.ts'
import { getJson } from '../../ask-json.ts'
import { type Texts, textReader } from '../../client-texts.ts'
import { useIssueForm } from './use-issue-form.ts'

interface ProposalProps {
  readonly path: string
  readonly part: 'subject' | 'preheader'
  readonly texts: Texts
  readonly language: Locale
}

type Proposed = Readonly<Record<ProposalProps['part'], string>>

/** Says what the issue proposes in the language that is being edited, and takes it over when asked. */
export function Proposal({ path, part, texts, language }: ProposalProps) {
  const t = textReader(texts, language)
  const { code: locale } = useLocale()
  const { value, setValue } = useField<string>({ path })
  const { newsletter, design, lead, isOpenIssue } = useIssueForm()
  const [proposed, setProposed] = useState<Proposed | null>(null)

  useEffect(() => {
    if (newsletter === null || !isOpenIssue) return
    const stop = new AbortController()
    const query = new URLSearchParams({ newsletter, design, locale, ...(lead !== '' && { lead }) })
    void getJson<Proposed>(`/api/issues/proposed-texts?${query}`, stop.signal).then((answer) => {
      if (!stop.signal.aborted) setProposed(answer)
    })
    return () => stop.abort()
  }, [newsletter, design, lead, locale, isOpenIssue])

  const text = proposed?.[part] ?? ''
  if (!isOpenIssue || newsletter === null || proposed === null) return null
  if (text === '') return lead === '' ? null : <p className="em-proposal">{t('views.compose.noProposal')}</p>
  if (value === text) return null
  const isEmpty = !value
  return (
    <div className="em-proposal">
      <p>
        {t(isEmpty ? 'views.compose.leftEmpty' : 'views.compose.proposal')}{' '}
        <bdi lang={locale} dir={isLocale(locale) ? directionOf(locale) : undefined}>
          {text}
        </bdi>
      </p>
      <button type="button" className="em-button" onClick={() => setValue(text)}>
        {t('views.compose.use')}
      </button>
    </div>
  )
}
