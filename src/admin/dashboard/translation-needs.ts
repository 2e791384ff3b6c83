import type { Payload, PayloadRequest } from 'payload'

import { type Asker, mayPublish } from '../../access/roles.ts'
import { matrixContext } from '../translation-matrix/matrix-context.ts'
import { editorNeeds } from './editor-needs.ts'
import type { Need } from './need.ts'
import { translatorNeeds } from './translator-needs.ts'

/** What of the translations waits for this person: an editor's across all languages, a translator's in their own. */
export async function translationNeeds(
  payload: Payload,
  user: Asker,
  { i18n }: Pick<PayloadRequest, 'i18n'>,
): Promise<Need[]> {
  if (user?.collection !== 'users') return []
  const context = await matrixContext({ i18n, payload })
  return mayPublish(user)
    ? editorNeeds(payload, context)
    : translatorNeeds(payload, { id: user.id, locales: user.locales ?? [] }, context)
}
