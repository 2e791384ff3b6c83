import type { PayloadRequest } from 'payload'

import { SignedOutNote } from './signed-out-note.tsx'
import { networkContext } from './view-context.ts'

/** What each view of ours ends with: on whose clocks its times are, and whether its reader is still signed in. */
export async function ViewFoot({ req }: { readonly req: Pick<PayloadRequest, 'i18n' | 'payload'> }) {
  const { t, timeZone } = await networkContext(req)
  return (
    <>
      <SignedOutNote texts={{ said: t('views.signedOut'), signIn: t('views.signedOut.signIn') }} />
      <p className="em-clock">{t('views.clock', { timeZone })}</p>
    </>
  )
}
