import type { DocumentViewServerProps } from 'payload'

import { isLocale } from '../../../i18n/locales.ts'
import { issueView } from '../issue-view.tsx'
import { EditionView } from './edition-view.tsx'
import { MatrixView } from './matrix-view.tsx'

/** An issue as its readers get it: all languages at once, or the one that `?edition=` names as large as it is. */
export const PreviewView = (props: DocumentViewServerProps) =>
  issueView(props, 'preview', ({ issue, payload, context }) => {
    const wanted = props.searchParams?.edition
    return isLocale(wanted) ? (
      <EditionView issue={issue} locale={wanted} payload={payload} context={context} />
    ) : (
      <MatrixView issue={issue} payload={payload} context={context} />
    )
  })
