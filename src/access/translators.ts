import type { Locale } from '../i18n/locales.ts'
import { type Asker, hasRole, mayPublish } from './roles.ts'

/** Whether a person may write texts of that locale: editors everywhere, translators in the languages they were given. */
export const mayTranslateInto = (user: Asker, locale: Locale): boolean =>
  mayPublish(user) ||
  (hasRole(user, 'translator') &&
    user?.collection === 'users' &&
    (user.locales?.some((own) => own === locale) ?? false))
