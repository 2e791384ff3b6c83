import type { DocumentViewServerProps, Payload } from 'payload'
import type { ReactNode } from 'react'

import { type Asker, mayPublish } from '../../access/roles.ts'
import { type IssueSource, readIssue } from '../../dissemination/issue-source.ts'
import { DocumentFrame } from '../document-frame.tsx'
import { networkContext, type ViewContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import { issueName } from './issue-name.ts'
import { IssueTitle } from './issue-title.tsx'

/** What a view of an issue is given. */
export interface IssueView {
  readonly issue: IssueSource
  readonly payload: Payload
  readonly context: ViewContext
  readonly user: Asker
}

/** Frame of a view of an issue, for those who decide what becomes public. To everybody else it says so and loads nothing. */
export async function issueView(
  { initPageResult }: DocumentViewServerProps,
  tab: 'preview' | 'rehearsal' | 'send' | 'archive',
  render: (view: IssueView) => ReactNode | Promise<ReactNode>,
): Promise<ReactNode> {
  const { req, docID } = initPageResult
  const { payload, user } = req
  const context = await networkContext(req)
  const name = context.t(`views.tab.${tab}`)
  if (!mayPublish(user))
    return (
      <DocumentFrame page={initPageResult} step={name}>
        <ViewHead title={name} lead={context.t('views.item.refused.editors-only')} />
      </DocumentFrame>
    )
  const issue = await readIssue(payload, String(docID))
  if (issue === null) return null
  return (
    <DocumentFrame page={initPageResult} step={name}>
      <IssueTitle name={issueName(issue, context)} />
      {await render({ issue, payload, context, user })}
    </DocumentFrame>
  )
}
