'use client'

import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Heads an issue without a subject by its newsletter and number: Payload would head it by its id. */
export function IssueTitle({ name }: { readonly name: string }) {
  const { id } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  useEffect(() => {
    if (id === undefined || title !== String(id)) return
    // Payload's provider sets the id in an effect of its own, which runs after this one.
    const timer = setTimeout(() => setDocumentTitle(name))
    return () => clearTimeout(timer)
  }, [id, title, name, setDocumentTitle])
  return null
}
