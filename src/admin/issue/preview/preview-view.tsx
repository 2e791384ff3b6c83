import type { DocumentViewServerProps } from 'payload'

import { mayPublish } from '../../../access/roles.ts'
import { readIssue } from '../../../dissemination/issue-source.ts'
import { isLocale } from '../../../i18n/locales.ts'
import { DocumentFrame } from '../../document-frame.tsx'
import { networkContext } from '../../view-context.ts'
import { issueName } from '../issue-name.ts'
import { IssueTitle } from '../issue-title.tsx'
import { EditionView } from './edition-view.tsx'
import { MatrixView } from './matrix-view.tsx'

/** An issue as its readers get it: all languages at once, or the one that `?edition=` names as large as it is. */
export async function PreviewView({ initPageResult, searchParams }: DocumentViewServerProps) {
  const { req, docID } = initPageResult
  const { payload } = req
  const context = await networkContext(req)
  const issue = mayPublish(req.user) ? await readIssue(payload, String(docID)) : null
  if (issue === null) return null
  const wanted = searchParams?.edition
  return (
    <DocumentFrame page={initPageResult} step={context.t('views.tab.preview')}>
      <IssueTitle name={issueName(issue, context)} />
      {isLocale(wanted) ? (
        <EditionView issue={issue} locale={wanted} payload={payload} context={context} />
      ) : (
        <MatrixView issue={issue} payload={payload} context={context} />
      )}
    </DocumentFrame>
  )
}
