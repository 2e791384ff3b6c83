import type { Endpoint, PayloadRequest } from 'payload'

import { mayPublish } from '../access/roles.ts'
import { type IssueSource, readIssue } from './issue-source.ts'

/** What an endpoint of an issue does. */
export type IssueWork = (issue: IssueSource, req: PayloadRequest) => Promise<Response>

/** As JSON, never kept by anybody on the way. */
export const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** For those who decide what becomes public; to everybody else the issue is not there. */
export const forEditors =
  (work: IssueWork): Endpoint['handler'] =>
  async (req) => {
    if (!mayPublish(req.user)) return answer(req.user === null ? 401 : 403, { error: 'editors-only' })
    const issue = await readIssue(req.payload, String(req.routeParams?.id))
    return issue === null ? answer(404, { error: 'no-such-issue' }) : work(issue, req)
  }
