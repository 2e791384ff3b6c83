'use client'

import { useEffect, useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import type { Finding } from '../../../newsletter/lint/lint-edition.ts'
import { type Texts, textReader } from '../../client-texts.ts'
import { FindingList } from './finding-list.tsx'
import { fetchDeadLinks } from './use-previews.ts'

interface EditionFindingsProps {
  readonly issueId: string
  readonly locale: Locale
  readonly findings: readonly Finding[]
  readonly checks: number
  readonly texts: Texts
  readonly language: string
}

/** What was found in one edition. Links that lead nowhere are added once other servers have answered. */
export function EditionFindings({
  issueId,
  locale,
  findings,
  checks,
  texts,
  language,
}: EditionFindingsProps) {
  const [dead, setDead] = useState<readonly Finding[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    void fetchDeadLinks(issueId, locale, leaving.signal).then(setDead)
    return () => leaving.abort()
  }, [issueId, locale])
  return (
    <FindingList
      findings={[...findings, ...dead]}
      checks={checks}
      t={textReader(texts, language)}
      language={language}
    />
  )
}
