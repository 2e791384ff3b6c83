import type { UIFieldServerProps } from 'payload'

import { isOpenToEdit } from '../../../dissemination/sent-issues/is-open-to-edit.ts'
import { adminText } from '../../../i18n/admin-text.ts'

/** Says above the fields of an issue that has left why they cannot be changed, and what can be done instead. */
export function LockedNote({ req, data }: UIFieldServerProps) {
  const { state } = (data ?? {}) as { readonly state?: unknown }
  return isOpenToEdit(state) ? null : <p className="em-note em-locked">{adminText(req, 'issues.locked')}</p>
}
