import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

import { ViewFoot } from './view-foot.tsx'

interface ViewFrameProps {
  readonly view: AdminViewServerProps
  /** Breadcrumbs, the last one being the view itself. */
  readonly steps: readonly { readonly label: string; readonly url?: string }[]
  readonly children: ReactNode
}

/** Payload's bars around a view of ours that belongs to no document. */
export function ViewFrame({ view, steps, children }: ViewFrameProps) {
  const { initPageResult, params, payload, searchParams, viewActions } = view
  const { permissions, req, visibleEntities, locale } = initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale !== undefined && { locale })}
      {...(params !== undefined && { params })}
      payload={payload}
      permissions={permissions}
      req={req}
      {...(searchParams !== undefined && { searchParams })}
      {...(req.user !== null && { user: req.user })}
      viewActions={viewActions}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <SetStepNav nav={steps.map((step) => ({ ...step }))} />
      <main className="em-view">
        <Gutter>
          {children}
          <ViewFoot req={req} />
        </Gutter>
      </main>
    </DefaultTemplate>
  )
}
