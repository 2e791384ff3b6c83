import type { DocumentTabServerProps } from 'payload'

import { TabLink } from './tab-link.tsx'
import { viewContext } from './view-context.ts'

interface TabProps extends DocumentTabServerProps {
  readonly name:
    | 'edit'
    | 'versions'
    | 'api'
    | 'languages'
    | 'dissemination'
    | 'preview'
    | 'rehearsal'
    | 'send'
    | 'archive'
  /** Behind the document's own address. */
  readonly href: string
}

/** One tab of a document. */
export function Tab({ name, href, req }: TabProps) {
  return (
    <TabLink href={href} countsVersions={name === 'versions'}>
      {viewContext(req).t(`views.tab.${name}`)}
    </TabLink>
  )
}
