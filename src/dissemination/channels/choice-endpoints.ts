import type { Endpoint } from 'payload'
import { z } from 'zod'

import { inTransaction } from '../../database/database.ts'
import { adminText } from '../../i18n/admin-text.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type Choice, type ChosenWords, saveChoice } from '../../ledger/channel-choices.ts'
import { answer, below, type CellRequest, forCell, invalid, read } from './cell-request.ts'
import { composeForChannel } from './compose-for-channel.ts'
import { replanCell } from './replan-cell.ts'

/** More than any service takes. */
const MAX_TEXT = 20_000
const MAX_ALT = 1500

/** What an editor may write for a post, also in a preview. */
export const chosenPost = {
  text: z.string().max(MAX_TEXT).nullish(),
  picture: z.enum(['item', 'none', 'own']).optional(),
  pictureId: z.uuid().nullish(),
  alt: z.string().max(MAX_ALT).nullish(),
}
export const expectedPost = {
  text: `null, … (${MAX_TEXT})`,
  picture: 'item, none, own',
  pictureId: 'null, media.id (image/*)',
  alt: `null, … (${MAX_ALT})`,
} as const

const choiceShape = z.strictObject({
  ...chosenPost,
  wanted: z.enum(['yes', 'no']).nullish(),
  scheduledFor: z.iso.datetime({ offset: true }).nullish(),
})
const expectedChoice = {
  ...expectedPost,
  wanted: 'yes, no, null',
  scheduledFor: 'null, 2027-01-04T08:00:00Z',
} as const

/**
 * What somebody chooses for a cell; what is not named stays. Words of a person who may not publish wait for approval, on
 * every channel.
 */
const choose = forCell(async (cell) => {
  const { req, mayEdit } = cell
  if (!mayEdit) return answer(403, { error: 'no-right-to-edit' })
  const asked = read(cell, choiceShape, expectedChoice)
  if ('refused' in asked) return asked.refused
  const { said } = asked
  if (said.picture === 'own' && !said.pictureId) return invalid(req, 'pictureId', expectedPost.pictureId)
  const fault = said.pictureId ? await pictureFault(cell, said.pictureId, said.alt ?? '') : null
  if (fault !== null) return fault
  const { scheduledFor, ...words } = said
  const chosen: Partial<ChosenWords> = {
    ...named(words),
    ...(scheduledFor !== undefined && {
      scheduledFor: scheduledFor === null ? null : new Date(scheduledFor),
    }),
    ...(!cell.mayPublish && { approval: 'requested' }),
  }
  return answer(200, { choice: await saveAndPlan(cell, chosen) })
})

const approvalShape = z.strictObject({ decision: z.enum(['request', 'approve', 'reject']) })
const approvals = { request: 'requested', approve: 'approved', reject: 'rejected' } as const

/** Whoever may edit asks, and editors say. */
const approve = forCell(async (cell) => {
  const asked = read(cell, approvalShape, { decision: 'request, approve, reject' })
  if ('refused' in asked) return asked.refused
  const { decision } = asked.said
  if (decision === 'request' ? !cell.mayEdit : !cell.mayPublish)
    return answer(403, { error: decision === 'request' ? 'no-right-to-edit' : 'editors-only' })
  const approval = approvals[decision]
  return answer(200, { choice: await saveAndPlan(cell, { approval, ...(await approvedAs(approval, cell)) }) })
})

/** An approval is one of the post as it is at that moment. */
export async function approvedAs(
  approval: Choice['approval'],
  { item, locale, channel, req }: CellRequest,
): Promise<Pick<Choice, 'approvedHash'>> {
  if (approval !== 'approved') return { approvedHash: null }
  const composed = await composeForChannel(req.payload, { item, locale, channelId: channel.id })
  return { approvedHash: 'error' in composed ? null : composed.hash }
}

/** Saves what was chosen, and plans what it changes, as one. */
export const saveAndPlan = (
  { item, channel, locale, by, req: { payload } }: CellRequest,
  chosen: Partial<ChosenWords>,
  origin?: 'manual',
): Promise<Choice> =>
  inTransaction(payload, async (transaction) => {
    const choice = await saveChoice({ item, channelId: channel.id, locale }, chosen, by, transaction)
    await replanCell(payload, { item, locale }, channel, transaction, origin)
    return choice
  })

/** Null: it can go along. */
export async function pictureFault(
  { req, locale }: { readonly req: CellRequest['req']; readonly locale: Locale },
  id: string,
  alt: string,
): Promise<Response | null> {
  const stored = await req.payload.findByID({
    collection: 'media',
    id,
    locale,
    fallbackLocale: false,
    depth: 0,
    disableErrors: true,
  })
  if (!stored?.mimeType?.startsWith('image/')) return invalid(req, 'pictureId', expectedPost.pictureId)
  if (alt.trim() !== '' || stored.alt?.trim()) return null
  return answer(400, { error: 'invalid', field: 'alt', remedy: adminText(req, 'invalid.alt') })
}

/** Without what was not said. */
const named = <T extends object>(said: T): { [Name in keyof T]: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as never

export const choiceEndpoints: Endpoint[] = [
  below('choices', 'post', choose),
  below('approval', 'post', approve),
]
