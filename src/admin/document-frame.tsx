import { getTranslation } from '@payloadcms/translations'
import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import type { ReactNode } from 'react'

import { ViewFoot } from './view-foot.tsx'

interface DocumentFrameProps {
  readonly page: DocumentViewServerProps['initPageResult']
  /** Name of the view, for the breadcrumbs. */
  readonly step: string
  readonly children: ReactNode
}

/** What stands around each view that is a tab of a document. */
export function DocumentFrame({ page, step, children }: DocumentFrameProps) {
  const { collectionConfig, docID, req } = page
  return (
    <main className="em-view">
      <SetDocumentStepNav
        collectionSlug={collectionConfig?.slug}
        id={docID}
        pluralLabel={collectionConfig && getTranslation(collectionConfig.labels.plural, req.i18n)}
        useAsTitle={collectionConfig?.admin.useAsTitle}
        view={step}
      />
      <Gutter>
        {children}
        <ViewFoot req={req} />
      </Gutter>
    </main>
  )
}
