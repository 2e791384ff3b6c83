import type { DocumentViewServerProps } from 'payload'

import { isOpenToEdit } from '../../dissemination/sent-issues/is-open-to-edit.ts'
import { BeforeSending } from './before-sending.tsx'
import { Cockpit } from './cockpit/cockpit.tsx'
import { issueView } from './issue-view.tsx'

/** Before: whom the issue would reach. Afterwards: whom it reached, and why not everyone. */
export const SendView = (props: DocumentViewServerProps) =>
  issueView(props, 'send', ({ user, ...shared }) =>
    isOpenToEdit(shared.issue.state) ? (
      <BeforeSending {...shared} />
    ) : (
      <Cockpit {...shared} page={Number(props.searchParams?.page) || 1} user={user} />
    ),
  )
