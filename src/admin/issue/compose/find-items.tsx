'use client'

import { useLocale } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { getJson } from '../../ask-json.ts'
import { type Texts, textReader } from '../../client-texts.ts'
import { type Conditions, proposalsPath } from './conditions.ts'
import { FindConditions } from './find-conditions.tsx'
import { FoundItems } from './found-items.tsx'
import type { ConditionOffers } from './load-condition-offers.ts'
import { useContents, useIssueForm } from './use-issue-form.ts'
import { type FoundItem, useProposals } from './use-proposals.ts'

interface FindItemsProps {
  readonly offers: ConditionOffers
  readonly texts: Texts
  readonly language: Locale
}

interface Found {
  /** Newsletter. */
  readonly of: string
  /** Its own at first. Null: they could not be had. */
  readonly conditions: Conditions | null
}

/** Looks for items by the newsletter's conditions or others, and puts those chosen into the form. */
export function FindItems({ offers, texts, language }: FindItemsProps) {
  const t = textReader(texts, language)
  const panelId = useId()
  const { code: locale } = useLocale()
  const { newsletter, isOpenIssue } = useIssueForm()
  const contents = useContents()
  const [isOpen, setOpen] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const [except, setExcept] = useState<readonly string[]>([])
  const [added, setAdded] = useState(0)

  useEffect(() => {
    if (!isOpen || newsletter === null) return
    const stop = new AbortController()
    void getJson<Conditions>(`/api/issues/proposal-conditions?newsletter=${newsletter}`, stop.signal).then(
      (own) => {
        if (!stop.signal.aborted)
          setFound({ of: newsletter, conditions: own === null ? null : { ...own, since: own.since ?? '' } })
      },
    )
    return () => stop.abort()
  }, [isOpen, newsletter])

  const known = found !== null && found.of === newsletter ? found : null
  const conditions = known?.conditions ?? null
  const proposals = useProposals(
    isOpen && newsletter !== null && conditions !== null
      ? proposalsPath({ newsletter, conditions, except, locale })
      : null,
  )

  const toggle = (): void => {
    setExcept(contents.names())
    setAdded(0)
    setOpen(!isOpen)
  }
  const add = (items: readonly FoundItem[]): void => {
    contents.add(items.map(({ collection, id }) => ({ relationTo: collection, value: id })))
    setAdded(items.length)
    setExcept([...contents.names(), ...items.map(({ collection, id }) => `${collection}:${id}`)])
  }

  if (!isOpenIssue) return null
  return (
    <div className="em-find">
      <button
        type="button"
        className="em-button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={toggle}
      >
        {t('views.compose.find')}
      </button>
      <section id={panelId} hidden={!isOpen} aria-label={t('views.compose.find')}>
        {newsletter === null && <p>{t('views.compose.newsletterFirst')}</p>}
        {known !== null && conditions === null && <p role="status">{t('views.compose.failed')}</p>}
        {newsletter !== null && conditions !== null && (
          <>
            <FindConditions
              conditions={conditions}
              offers={offers}
              t={t}
              onChange={(next) => {
                setAdded(0)
                setFound({ of: newsletter, conditions: next })
              }}
            />
            <FoundItems
              proposals={proposals}
              offers={offers}
              added={added}
              t={t}
              language={language}
              onAdd={add}
            />
          </>
        )}
      </section>
    </div>
  )
}
