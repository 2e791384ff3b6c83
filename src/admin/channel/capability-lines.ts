import type { TFunction } from 'i18next'

import type { Capabilities } from '../../channels/channel.ts'

const HOUR_MS = 3_600_000

/** What a service can do and what it cannot, in a sentence each. Whoever reads it decides whether to announce there. */
export function capabilityLines(
  { update, remove, removeWithinMs, isFinal, posts, language }: Capabilities,
  t: TFunction,
): string[] {
  const hours = removeWithinMs === null ? 0 : Math.floor(removeWithinMs / HOUR_MS)
  const removal =
    remove === 'none'
      ? t('views.channel.can.remove.none')
      : removeWithinMs === null
        ? t('views.channel.can.remove.yes')
        : t('views.channel.can.remove.window', { count: hours })
  return [
    ...(posts === 'by-hand' ? [t('views.channel.can.byHand')] : []),
    ...(isFinal ? [t('views.channel.can.final')] : []),
    t(`views.channel.can.update.${update}`),
    removal,
    ...(language === 'none' ? [t('views.channel.can.oneLanguage')] : []),
  ]
}
