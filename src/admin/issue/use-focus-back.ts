import { type RefObject, useEffect, useRef } from 'react'

/** Gives the focus back to a button when the question that stood in its place was left. */
export function useFocusBack(isAsking: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (wasAsking.current && !isAsking) button.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  return button
}
