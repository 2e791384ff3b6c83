import { useEffect, useState } from 'react'

import { getJson } from '../../ask-json.ts'

/** An item as the server proposes it: see `ProposedItem`, in JSON. */
export interface FoundItem {
  readonly collection: string
  readonly id: string
  readonly title: string
  readonly titleLocale: string
  readonly locales: readonly string[]
  readonly publicSince: string
  readonly starts: string | null
}

export interface Proposals {
  /** Null: not known yet. */
  readonly items: readonly FoundItem[] | null
  readonly isSearching: boolean
  readonly hasFailed: boolean
  readonly again: () => void
}

/** Long enough for several changes to become one question. */
const WAIT_MS = 250

/** What meets the conditions, looked for again whenever they change. @param path null: nothing is asked. */
export function useProposals(path: string | null): Proposals {
  const [answer, setAnswer] = useState<{
    readonly path: string
    readonly items: readonly FoundItem[] | null
  } | null>(null)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again
  useEffect(() => {
    if (path === null) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const found = await getJson<{ items: readonly FoundItem[] }>(path, stop.signal)
      if (!stop.signal.aborted) setAnswer({ path, items: found?.items ?? null })
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [path, attempt])

  const isSearching = path !== null && answer?.path !== path
  return {
    items: answer?.items ?? null,
    isSearching,
    hasFailed: !isSearching && answer !== null && answer.items === null,
    again: () => {
      setAnswer(null)
      setAttempt((before) => before + 1)
    },
  }
}
