import { useEffect, useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { askServer } from '../../ask-server.ts'

/** How long nothing must have changed before people are counted. */
const QUIET_MS = 300
const UNPROCESSABLE = 422

export interface SegmentCount {
  /** Null: fewer than `fewest`. */
  readonly total: number | null
  readonly languages: readonly { readonly locale: Locale; readonly people: number }[]
  /** In languages that are not told apart. Null: nobody. */
  readonly others: number | null
  readonly fewest: number
}

export interface Counting {
  readonly isCounting: boolean
  /** The last that was counted; null: nothing yet, or the condition has no meaning now. */
  readonly count: SegmentCount | null
  /** What the condition lacks. Null: nothing. */
  readonly fault: { readonly number: string; readonly message: string } | null
  readonly hasFailed: boolean
  readonly again: () => void
}

type Answer = Pick<Counting, 'count' | 'fault' | 'hasFailed'>

const nothing: Answer = { count: null, fault: null, hasFailed: false }

/**
 * Counts who meets a condition, each time that it has changed. An answer that was overtaken is dropped.
 * @param condition as JSON.
 */
export function useCount(condition: string): Counting {
  const [answered, setAnswered] = useState({ condition: '', try: 0, ...nothing })
  const [tries, setTries] = useState(0)

  useEffect(() => {
    const overtaken = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await countPeople(condition, overtaken.signal)
      if (!overtaken.signal.aborted) setAnswered({ condition, try: tries, ...answer })
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      overtaken.abort()
    }
  }, [condition, tries])

  const { count, fault, hasFailed } = answered
  const isCounting = answered.condition !== condition || answered.try !== tries
  return { isCounting, count, fault, hasFailed, again: () => setTries(tries + 1) }
}

async function countPeople(condition: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await askServer('/api/audience/segment-count', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: `{"condition":${condition}}`,
      signal,
    })
    if (response.status === UNPROCESSABLE) return { ...nothing, fault: await response.json() }
    return response.ok ? { ...nothing, count: await response.json() } : { ...nothing, hasFailed: true }
  } catch {
    // The network is away, or what was asked was overtaken: the panel offers to ask again.
    return { ...nothing, hasFailed: true }
  }
}
