import type { PayloadRequest } from 'payload'

import { networkContext } from './view-context.ts'

/** On whose clocks the times of a view are. */
export async function ClockNote({ req }: { readonly req: Pick<PayloadRequest, 'i18n' | 'payload'> }) {
  const { t, timeZone } = await networkContext(req)
  return <p className="em-clock">{t('views.clock', { timeZone })}</p>
}
