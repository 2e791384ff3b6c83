import { useEffect, useRef, useState } from 'react'

import type { Suggestions } from '../../translation/targets/suggestions.ts'
import type { EditorApi } from './editor-api.ts'

const NONE: Suggestions = { matches: [], terms: [] }

/** What helps with one segment; asked for once for each source text. Null: none is worked on, or no answer yet. */
export function useSuggestions(
  api: EditorApi,
  segment: { readonly key: string; readonly hash: string } | null,
): Suggestions | null {
  const known = useRef(new Map<string, Suggestions>())
  const [shown, setShown] = useState<{ readonly name: string; readonly suggestions: Suggestions } | null>(
    null,
  )
  const key = segment?.key
  const name = segment === null ? null : `${segment.key} ${segment.hash}`
  useEffect(() => {
    if (key === undefined || name === null) return
    const before = known.current.get(name)
    if (before !== undefined) return setShown({ name, suggestions: before })
    let isWanted = true
    void api.suggestions(key).then((suggestions) => {
      if (suggestions !== null) known.current.set(name, suggestions)
      if (isWanted) setShown({ name, suggestions: suggestions ?? NONE })
    })
    return () => {
      isWanted = false
    }
  }, [api, key, name])
  return shown !== null && shown.name === name ? shown.suggestions : null
}
