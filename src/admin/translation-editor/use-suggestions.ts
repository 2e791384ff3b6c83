import { useEffect, useRef, useState } from 'react'

import type { Suggestions } from '../../translation/targets/suggestions.ts'
import type { EditorApi } from './editor-api.ts'

interface Shown {
  /** Null: none is worked on, or no answer yet. */
  readonly suggestions: Suggestions | null
  /** Whether there was no answer. */
  readonly isLost: boolean
}

const NONE: Shown = { suggestions: null, isLost: false }

/** What helps with one segment; asked for once for each source text. */
export function useSuggestions(
  api: EditorApi,
  segment: { readonly key: string; readonly hash: string } | null,
): Shown {
  const known = useRef(new Map<string, Suggestions>())
  const [answer, setAnswer] = useState<Shown & { readonly name: string }>({ ...NONE, name: '' })
  const key = segment?.key
  const name = segment === null ? null : `${segment.key} ${segment.hash}`
  useEffect(() => {
    if (key === undefined || name === null) return
    const before = known.current.get(name)
    if (before !== undefined) return setAnswer({ name, suggestions: before, isLost: false })
    let isWanted = true
    void api.suggestions(key).then((suggestions) => {
      if (suggestions !== null) known.current.set(name, suggestions)
      if (isWanted) setAnswer({ name, suggestions, isLost: suggestions === null })
    })
    return () => {
      isWanted = false
    }
  }, [api, key, name])
  return answer.name === name ? answer : NONE
}
