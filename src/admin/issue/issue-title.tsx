'use client'

import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Heads an issue without a subject by its newsletter and number: Payload would head it by its id. */
export function IssueTitle({ name }: { readonly name: string }) {
  const { id } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  useEffect(() => {
    if (id !== undefined && title === String(id)) setDocumentTitle(name)
  }, [id, title, name, setDocumentTitle])
  return null
}
