import type { Payload } from 'payload'
import type { Asker } from '../access/roles.ts'
import { mayPublish, readsEveryDraft } from '../access/roles.ts'
import { isStaff } from '../access/staff.ts'
import { databaseOf } from '../database/database.ts'
import { waitingCount } from '../translation/matrix/waiting.ts'

/** A place for those who translate. */
export interface TranslationPlace {
  /** Of its text: `matrix.nav.<name>`. */
  readonly name: 'translations' | 'glossary' | 'memory' | 'requests' | 'exchange'
  readonly href: string
}

/** Where this person may go. Glossary is read by everybody who writes. */
export function translationPlaces(user: Asker): readonly TranslationPlace[] {
  const glossary: TranslationPlace = { name: 'glossary', href: '/admin/collections/glossary' }
  if (!isStaff(user)) return []
  if (!readsEveryDraft(user)) return [glossary]
  return [
    { name: 'translations', href: `/admin/translation${ownLanguages(user)}` },
    glossary,
    { name: 'memory', href: '/admin/translation/memory' },
    { name: 'requests', href: '/admin/translation/requests' },
    { name: 'exchange', href: '/admin/translation/exchange' },
  ]
}

/** A translator begins with their own languages. */
function ownLanguages(user: Asker): string {
  const own = user?.collection === 'users' && !mayPublish(user) ? (user.locales ?? []) : []
  return own.length === 0 ? '' : `?languages=${own.join(',')}`
}

/** Texts that wait for this person: an editor's for review, a translator's to be translated into a language of theirs. */
export async function waitingFor(user: Asker, payload: Payload): Promise<number> {
  if (user?.collection !== 'users' || !readsEveryDraft(user)) return 0
  const whose = mayPublish(user) ? null : { locales: user.locales ?? [], userId: user.id }
  return waitingCount(whose, databaseOf(payload))
}
