'use client'

import { useDocumentInfo, useField } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { getJson } from '../../ask-json.ts'
import { useIssueForm } from './use-issue-form.ts'

/** Fills in a new issue's number as soon as its newsletter is known. What somebody wrote there, or is about to, stays. */
export function NumberField({ path }: { readonly path: string }) {
  const { id } = useDocumentInfo()
  const { newsletter } = useIssueForm()
  const { value, setValue } = useField<number>({ path })
  const standing = useRef<number | null | undefined>(value)
  const proposed = useRef<number | null>(null)
  standing.current = value

  useEffect(() => {
    if (newsletter === null || id !== undefined) return
    const stop = new AbortController()
    void getJson<{ number: number }>(`/api/issues/next-number?newsletter=${newsletter}`, stop.signal).then(
      (next) => {
        if (next === null || stop.signal.aborted) return
        const isOurs = !standing.current || standing.current === proposed.current
        // Of what is written at this moment one digit more would make another number.
        if (!isOurs || document.activeElement?.id === `field-${path}`) return
        proposed.current = next.number
        setValue(next.number)
      },
    )
    return () => stop.abort()
  }, [newsletter, id, path, setValue])
  return null
}
