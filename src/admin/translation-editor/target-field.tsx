import { useEffect, useLayoutEffect, useRef } from 'react'
import { useSetting } from './editor-setting.ts'
import type { Entry } from './entry.ts'
import { insertMark } from './insert-mark.ts'
import { MarkButtons } from './mark-buttons.tsx'

interface TargetFieldProps {
  readonly entry: Entry
  readonly name: string
  /** Id of what is said about the text. */
  readonly describedBy: string
  readonly takesFocus: boolean
  readonly onWrite: (text: string) => void
  readonly onLeave: () => void
}

/** More is no segment; the server takes no more. */
const MAX_CHARACTERS = 20_000

/** Where a translation is written, in its own language and direction, as tall as its text. */
export function TargetField({ entry, name, describedBy, takesFocus, onWrite, onLeave }: TargetFieldProps) {
  const { t, target } = useSetting()
  const { segment, text, objection } = entry
  const field = useRef<HTMLTextAreaElement>(null)
  const cursor = useRef<{ readonly start: number; readonly end: number } | null>(null)

  useEffect(() => {
    const element = field.current
    if (!takesFocus || element === null) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
    // What belongs to the field stands below it, and must not be hidden by the keys at the foot.
    element.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [takesFocus])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    element.style.blockSize = 'auto'
    element.style.blockSize = `${element.scrollHeight + 2}px`
    if (cursor.current === null) return
    element.focus()
    element.setSelectionRange(cursor.current.start, cursor.current.end)
    cursor.current = null
  }, [text])

  const insert = (id: number): void => {
    const { selectionStart: start = text.length, selectionEnd: end = text.length } = field.current ?? {}
    const inserted = insertMark(text, { start, end }, { id, source: segment.text })
    cursor.current = inserted.selection
    onWrite(inserted.text)
  }
  return (
    <>
      <MarkButtons marks={segment.marks} text={text} onInsert={insert} />
      <textarea
        ref={field}
        className="em-te-field"
        lang={target.locale}
        dir={target.direction}
        rows={2}
        maxLength={MAX_CHARACTERS}
        value={text}
        spellCheck
        aria-label={t('editor.field', { language: target.name, name })}
        aria-describedby={describedBy}
        aria-invalid={objection?.kind === 'refused'}
        onChange={(event) => onWrite(event.target.value)}
        onBlur={onLeave}
      />
    </>
  )
}
