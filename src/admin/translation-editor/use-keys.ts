import { useEffect, useRef } from 'react'

/** What keys do in the editor. */
export interface KeyActions {
  readonly finish: () => void
  readonly move: (step: 1 | -1) => void
  /** From 1. */
  readonly take: (number: number) => void
  readonly toggleChanges: () => void
  readonly leave: () => void
  readonly showKeys: () => void
}

/** Keys that work wherever the cursor is, as far as it does not stand in a field of its own. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const action = event.defaultPrevented || isElsewhere(event) ? null : actionOf(event, latest.current)
      if (action === null) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** In a dialog, or in another field than a translation's. */
const isElsewhere = ({ target }: KeyboardEvent): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element &&
    target.matches('input, select, textarea:not(.em-te-field), [contenteditable="true"]'))

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.matches('textarea')

function actionOf(event: KeyboardEvent, actions: KeyActions): (() => void) | null {
  const { key, code, altKey, ctrlKey, metaKey } = event
  const isCommand = (ctrlKey || metaKey) && !altKey
  if (isCommand && key === 'Enter') return actions.finish
  if (isCommand && key === 'ArrowDown') return () => actions.move(1)
  if (isCommand && key === 'ArrowUp') return () => actions.move(-1)
  if (isCommand && key.toLowerCase() === 'd') return actions.toggleChanges
  // By its place on the keyboard: with Alt held, some layouts write another sign.
  const [, digit] = /^Digit([1-9])$/.exec(code) ?? []
  if (altKey && !ctrlKey && digit !== undefined) return () => actions.take(Number(digit))
  if (key === 'Escape') return actions.leave
  return key === '?' && !isTyping(event) ? actions.showKeys : null
}
