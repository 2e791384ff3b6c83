import type { UIFieldServerProps } from 'payload'

import { readIssue } from '../../dissemination/issue-source.ts'
import { networkContext } from '../view-context.ts'
import { issueName } from './issue-name.ts'
import { IssueTitle } from './issue-title.tsx'

/** The heading of an issue's form. */
export async function IssueTitleField({ req, id }: UIFieldServerProps) {
  const issue = id === undefined ? null : await readIssue(req.payload, String(id))
  return issue === null ? null : <IssueTitle name={issueName(issue, await networkContext(req))} />
}
