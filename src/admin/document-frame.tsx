import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import type { ReactNode } from 'react'

interface DocumentFrameProps {
  /** Name of the view, for the breadcrumbs. */
  readonly step: string
  readonly children: ReactNode
}

/** What stands around each view that is a tab of a document. */
export function DocumentFrame({ step, children }: DocumentFrameProps) {
  return (
    <main className="em-view">
      <SetDocumentStepNav view={step} pluralLabel={undefined} useAsTitle={undefined} />
      <Gutter>{children}</Gutter>
    </main>
  )
}
