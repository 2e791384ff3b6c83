import type { TFunction } from 'i18next'

import { sourceLocale } from '../../i18n/locales.ts'
import { messages } from '../../i18n/translator.ts'
import { PIECE_REFUSED } from '../../translation/requests/request-state.ts'

const known = messages(sourceLocale, 'translation')

/** Why a request is where it is, as a sentence; what a person wrote stays as they wrote it. Null: nothing to explain. */
export function requestReason(t: TFunction, reason: string | null): string | null {
  if (reason === null) return null
  const [kind, fault = '', ...key] = reason.split('|')
  if (kind === PIECE_REFUSED)
    return t('request.log.refused', { key: key.join('|'), fault: t(`request.fault.${fault}`) })
  const name = `request.reason.${reason}`
  return name in known ? t(name) : reason
}
