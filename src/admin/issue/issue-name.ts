import type { IssueSource } from '../../dissemination/issue-source.ts'
import { sourceLocale } from '../../i18n/locales.ts'
import type { ViewContext } from '../view-context.ts'

/** `EMEN Letter, issue 3`, in the language of the interface where the newsletter has a name in it. */
export const issueName = ({ newsletter, number }: IssueSource, { t, language }: ViewContext): string =>
  t('views.issue.name', {
    newsletter:
      newsletter.name[language] ?? newsletter.name[sourceLocale] ?? Object.values(newsletter.name)[0] ?? '',
    number,
  })
