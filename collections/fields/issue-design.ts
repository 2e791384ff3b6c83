import type { SelectField, SelectFieldValidation } from 'payload'
import { select } from 'payload/shared'

import { adminText } from '../../src/i18n/admin-text.ts'
import { choice } from './choice.ts'

interface StoredPart {
  readonly blockType?: string
  readonly items?: readonly { readonly relationTo?: string }[] | null
}

/** What readers are asked to must be an event: the first of all items. */
const validate: SelectFieldValidation = async (value, options) => {
  const verdict = await select(value, options)
  if (verdict !== true || value !== 'invitation') return verdict
  const { contents } = options.data as { readonly contents?: readonly StoredPart[] | null }
  const [first] = (contents ?? []).flatMap(({ blockType, items }) =>
    blockType === 'items' ? (items ?? []) : [],
  )
  return first?.relationTo === 'events' || adminText(options.req, 'invalid.invitation')
}

/** How an issue looks. */
export const issueDesign: SelectField = choice('design', ['digest', 'announcement', 'invitation'], {
  vocabulary: 'issueDesign',
  defaultValue: 'digest',
  validate,
})
