import { useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { getJson } from '../../ask-json.ts'
import { type FormItem, nameOf } from './form-contents.ts'

/** As the server tells it: see `ItemName`. */
interface ItemTitle {
  readonly title: string
  readonly titleLocale: string
}

interface Names {
  /** By `collection:id`. Not in it: not known yet, or has no title. */
  readonly titles: ReadonlyMap<string, ItemTitle>
  readonly again: () => void
}

/** What items are called in the language that is being edited, else in the source language. */
export function useItemNames(items: readonly FormItem[]): Names {
  const { code: locale } = useLocale()
  const [titles, setTitles] = useState<Names['titles']>(new Map())
  const [attempt, setAttempt] = useState(0)
  // In whatever order they stand the question is the same.
  const asked = items.map(nameOf).toSorted().join(',')

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again
  useEffect(() => {
    if (asked === '') return
    const stop = new AbortController()
    const query = new URLSearchParams({ items: asked, locale })
    void getJson<{ items: readonly (ItemTitle & { readonly collection: string; readonly id: string })[] }>(
      `/api/issues/item-names?${query}`,
      stop.signal,
    ).then((answer) => {
      if (answer === null || stop.signal.aborted) return
      setTitles(new Map(answer.items.map((item) => [`${item.collection}:${item.id}`, item])))
    })
    return () => stop.abort()
  }, [asked, locale, attempt])

  return { titles, again: () => setAttempt((before) => before + 1) }
}
