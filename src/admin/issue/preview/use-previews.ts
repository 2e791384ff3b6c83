'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { InspectedEdition, RefusedEdition } from '../../../dissemination/inspect-edition.ts'
import type { Locale } from '../../../i18n/locales.ts'
import type { Finding } from '../../../newsletter/lint/lint-edition.ts'
import { askJson, getJson } from '../../ask-json.ts'
import { isSignedOut } from '../../ask-server.ts'

/** What is known of one letter so far. */
export type Preview =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'shown'; readonly edition: InspectedEdition }
  | { readonly kind: 'refused'; readonly findings: RefusedEdition['refusedFor'] }
  /** There is none in this language. */
  | { readonly kind: 'none' }
  /** The server gave no answer, or does not know who asks. */
  | { readonly kind: 'failed'; readonly isSignedOut: boolean }

type Previews = Readonly<Partial<Record<Locale, Preview>>>

/** So many letters are asked for at once: the server has others to answer. */
const AT_ONCE = 2

/**
 * The letters of an issue, fetched one after the other in the order of their tiles, then the links of some.
 * @param unsent those of which the links are asked for.
 */
export function usePreviews(issueId: string, locales: readonly Locale[], unsent: readonly Locale[]) {
  const [previews, setPreviews] = useState<Previews>({})
  const order = useRef({ locales, unsent })

  const load = useCallback(
    async (locale: Locale, signal: AbortSignal): Promise<void> => {
      setPreviews((known) => ({ ...known, [locale]: { kind: 'waiting' } }))
      const preview = await fetchPreview(`/api/issues/${issueId}/preview?locale=${locale}`, signal)
      if (!signal.aborted) setPreviews((known) => ({ ...known, [locale]: preview }))
    },
    [issueId],
  )

  const addDeadLinks = useCallback(
    async (locale: Locale, signal: AbortSignal): Promise<void> => {
      const found = await fetchDeadLinks(issueId, locale, signal)
      setPreviews((known) => ({ ...known, [locale]: withFindings(known[locale], found) }))
    },
    [issueId],
  )

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const each = async (
      wanted: readonly Locale[],
      work: (locale: Locale, signal: AbortSignal) => Promise<void>,
    ): Promise<void> => {
      const left = [...wanted]
      const one = async (): Promise<void> => {
        for (let locale = left.shift(); locale !== undefined && !signal.aborted; locale = left.shift())
          await work(locale, signal)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, one))
    }
    const { locales: all, unsent: some } = order.current
    void each(all, load).then(() => (signal.aborted ? undefined : each(some, addDeadLinks)))
    return () => leaving.abort()
  }, [load, addDeadLinks])

  const again = (locale: Locale): void => void load(locale, new AbortController().signal)
  return { previews, again }
}

async function fetchPreview(path: string, signal: AbortSignal): Promise<Preview> {
  const answer = await askJson(path, { signal })
  const body = answer?.body as (InspectedEdition & { readonly error?: string }) | undefined
  if (answer?.status === 200 && body !== undefined) return { kind: 'shown', edition: body }
  if (body?.error === 'no-edition') return { kind: 'none' }
  return body?.error === 'edition-refused'
    ? { kind: 'refused', findings: body.findings }
    : { kind: 'failed', isSignedOut: isSignedOut(answer) }
}

/** None when they could not be asked: that is no fault of the letter. */
export async function fetchDeadLinks(
  issueId: string,
  locale: Locale,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const path = `/api/issues/${issueId}/preview/links?locale=${locale}`
  return (await getJson<{ readonly findings: readonly Finding[] }>(path, signal))?.findings ?? []
}

function withFindings(preview: Preview | undefined, found: readonly Finding[]): Preview {
  if (preview?.kind !== 'shown') return preview ?? { kind: 'waiting' }
  const { edition } = preview
  const others = edition.findings.filter(({ check }) => check !== 'dead-link')
  return { kind: 'shown', edition: { ...edition, findings: [...others, ...found] } }
}
