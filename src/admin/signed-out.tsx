import type { ServerProps } from 'payload'

import { SignedOutNote } from './signed-out-note.tsx'
import { viewContext } from './view-context.ts'

/** On every page of the admin: says when whoever is there is signed in no longer. */
export function SignedOut({ i18n }: Pick<ServerProps, 'i18n'>) {
  const { t } = viewContext({ i18n })
  return <SignedOutNote texts={{ said: t('views.signedOut'), signIn: t('views.signedOut.signIn') }} />
}
