import { useEffect, useState } from 'react'

import type { TranslatedSegment } from '../../translation/targets/translation.ts'
import { isOpen } from './segment-order.ts'

/** Which segment is worked on, and which one was left last, for the focus. */
interface Place {
  readonly key: string | null
  readonly left: string | null
  /** Whether a person went there; the first one that a page opens with takes no focus. */
  readonly isChosen: boolean
}

interface Moves {
  readonly place: Place
  readonly open: (key: string) => void
  /** Back to the list, with the focus where it was. */
  readonly leave: () => void
  /** Nothing is left to work on. */
  readonly end: () => void
}

/** Where somebody is in a translation; at first at the first open segment. */
export function usePlace(segments: readonly TranslatedSegment[], mayApprove: boolean): Moves {
  const [place, setPlace] = useState<Place>(() => {
    const first = segments.find(({ state }) => isOpen(state, mayApprove)) ?? segments[0]
    return { key: first?.key ?? null, left: null, isChosen: false }
  })
  const { left } = place
  useEffect(() => {
    if (left === null) return
    document.querySelector<HTMLButtonElement>(`[data-segment="${CSS.escape(left)}"] .em-te-open`)?.focus()
  }, [left])
  return {
    place,
    open: (key) => setPlace({ key, left: null, isChosen: true }),
    leave: () => setPlace(({ key }) => ({ key: null, left: key, isChosen: true })),
    end: () => setPlace({ key: null, left: null, isChosen: true }),
  }
}
