import type { NumberField, NumberFieldSingleValidation, PayloadRequest } from 'payload'
import { number } from 'payload/shared'

import { issueNumberComponents } from '../../src/admin/components.ts'
import { nextIssueNumber } from '../../src/dissemination/compose/next-issue-number.ts'
import { untilItLeaves } from '../../src/dissemination/sent-issues/open-to-edit.ts'
import { adminText } from '../../src/i18n/admin-text.ts'
import { amount } from './text.ts'

/** Each number of a newsletter once: the database would refuse a second one without saying which is free. */
const validate: NumberFieldSingleValidation = async (value, options) => {
  const verdict = await number(value, options)
  const { newsletter } = options.data as { readonly newsletter?: unknown }
  if (verdict !== true || typeof value !== 'number' || typeof newsletter !== 'string') return verdict
  const { id, req } = options
  if (!(await isTaken(req, { newsletter, value, id }))) return true
  const next = await nextIssueNumber(req.payload, newsletter, req)
  return adminText(req, 'invalid.issueNumber', { next })
}

interface Wanted {
  readonly newsletter: string
  readonly value: number
  /** The issue that wants it. Unset: it is new. */
  readonly id: number | string | undefined
}

async function isTaken(req: PayloadRequest, { newsletter, value, id }: Wanted): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'issues',
    where: {
      newsletter: { equals: newsletter },
      number: { equals: value },
      ...(id !== undefined && { id: { not_equals: id } }),
    },
    req,
  })
  return totalDocs > 0
}

/** The how-manieth of its newsletter an issue is. */
export const issueNumber: NumberField = amount('number', {
  required: true,
  min: 1,
  validate,
  access: { update: untilItLeaves },
  admin: { components: issueNumberComponents },
})
