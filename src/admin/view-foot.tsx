import type { PayloadRequest } from 'payload'

import { networkContext } from './view-context.ts'

/** What each view of ours ends with: on whose clocks its times are. */
export async function ViewFoot({ req }: { readonly req: Pick<PayloadRequest, 'i18n' | 'payload'> }) {
  const { t, timeZone } = await networkContext(req)
  return <p className="em-clock">{t('views.clock', { timeZone })}</p>
}
