import type { TFunction } from 'i18next'
import type { PayloadRequest } from 'payload'

import { type Asker, hasRole, mayPublish } from '../../access/roles.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { MatrixItem } from '../../translation/matrix/matrix-page.ts'
import { networkContext, type ViewContext } from '../view-context.ts'

/** What the views of translations need of the person who looks at them. */
export interface MatrixContext extends Omit<ViewContext, 't'> {
  /** Namespace `translation`. */
  readonly t: TFunction
  readonly kindName: (collection: MatrixItem['collection']) => string
}

export async function matrixContext(req: Pick<PayloadRequest, 'i18n' | 'payload'>): Promise<MatrixContext> {
  const context = await networkContext(req)
  const terms = translator(context.language, 'terms')
  return {
    ...context,
    t: translator(context.language, 'translation'),
    kindName: (collection) => terms(`kind.${collection}`),
  }
}

/** What a person may do with selected cells. */
export type MatrixRights =
  | { readonly kind: 'edit' }
  /** Take over what nobody answers for, in these languages. */
  | { readonly kind: 'take'; readonly userId: string; readonly locales: readonly Locale[] }

/** Null: only read. */
export function rightsOf(user: Asker): MatrixRights | null {
  if (mayPublish(user)) return { kind: 'edit' }
  if (user?.collection !== 'users' || !hasRole(user, 'translator')) return null
  return { kind: 'take', userId: user.id, locales: user.locales ?? [] }
}
