import { type Asker, mayPublish } from '../../access/roles.ts'
import { mayTranslateInto } from '../../access/translators.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import type { ImportTerms } from './import-terms.ts'

/** Terms of an import by its address and by who asks. Null: the address asks for what does not exist. */
export function importTerms(
  query: URLSearchParams,
  user: Asker,
  enabled: readonly Locale[],
): ImportTerms | null {
  const into = query.get('into')
  const conflicts = query.get('conflicts') ?? 'refuse'
  const oldSource = query.get('oldSource') ?? 'accept'
  const items = query.getAll('items').flatMap((value) => value.split(','))
  if (into !== null && !isLocale(into)) return null
  if (conflicts !== 'refuse' && conflicts !== 'keep' && conflicts !== 'overwrite') return null
  if (oldSource !== 'accept' && oldSource !== 'refuse') return null
  return {
    mayPublish: mayPublish(user),
    locales: enabled.filter((locale) => mayTranslateInto(user, locale)),
    conflicts,
    oldSource,
    onlyLocale: into,
    onlyItems: items.length === 0 ? null : items,
  }
}
