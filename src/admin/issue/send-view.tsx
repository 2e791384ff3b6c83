import type { DocumentViewServerProps } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { readIssue } from '../../dissemination/issue-source.ts'
import { DocumentFrame } from '../document-frame.tsx'
import { networkContext } from '../view-context.ts'
import { BeforeSending } from './before-sending.tsx'
import { Cockpit } from './cockpit/cockpit.tsx'
import { issueName } from './issue-name.ts'
import { IssueTitle } from './issue-title.tsx'

/** Before: whom the issue would reach. Afterwards: whom it reached, and why not everyone. */
export async function SendView({ initPageResult, searchParams }: DocumentViewServerProps) {
  const { req, docID } = initPageResult
  const context = await networkContext(req)
  const issue = mayPublish(req.user) ? await readIssue(req.payload, String(docID)) : null
  if (issue === null) return null
  const shared = { issue, payload: req.payload, context }
  return (
    <DocumentFrame page={initPageResult} step={context.t('views.tab.send')}>
      <IssueTitle name={issueName(issue, context)} />
      {issue.state === 'draft' || issue.state === 'scheduled' ? (
        <BeforeSending {...shared} />
      ) : (
        <Cockpit {...shared} page={Number(searchParams?.page) || 1} user={req.user} />
      )}
    </DocumentFrame>
  )
}
