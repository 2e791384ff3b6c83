import Link from 'next/link'
import type { DefaultServerCellComponentProps } from 'payload'

import { readIssue } from '../../dissemination/issue-source.ts'
import { issueName } from '../issue/issue-name.ts'
import { networkContext } from '../view-context.ts'

/** In a list: an issue by its subject. Where it has none in the language it is named as in its own views. */
export async function IssueSubjectCell({
  payload,
  i18n,
  cellData,
  rowData,
  link,
}: DefaultServerCellComponentProps) {
  // Payload makes cells for the fields of an open document as well, and has no row then.
  if (rowData === undefined) return null
  const id = String(rowData.id)
  const subject = typeof cellData === 'string' ? cellData : ''
  const issue = subject === '' ? await readIssue(payload, id) : null
  const name = issue === null ? subject : issueName(issue, await networkContext({ i18n, payload }))
  return link === true ? (
    <Link href={`/admin/collections/issues/${id}`} prefetch={false} dir="auto">
      {name}
    </Link>
  ) : (
    <span dir="auto">{name}</span>
  )
}
