import { maskedAddress } from '../../audience/canonical-address.ts'
import { html } from '../../content/markup/html.ts'
import { databaseOf } from '../../database/database.ts'
import { findContact, withdrawContact } from '../../ledger/press-mails.ts'
import { loadSite } from '../load-site.ts'
import { privately, privateResponse } from '../responses.ts'
import { contextFor, type Visit } from '../visit.ts'
import { donePage, questionPage } from './plain-pages.ts'
import { textOf } from './read-form.ts'

/** The link at the foot of a release. Opening it changes nothing: scanners open every link. */
export async function askToLeavePress(visit: Visit, contactId: string): Promise<Response> {
  const contact = await findContact(contactId, databaseOf(visit.payload))
  const context = await contextOf(visit, contact?.locale ?? null)
  const { t } = context
  if (contact === null) return privateResponse(context, left(context))
  const question = questionPage(context, {
    title: t('press.leaveTitle'),
    text: html`<p class="large">${t('press.leaveText')} <bdi dir="ltr">${maskedAddress(contact.address)}</bdi></p>`,
    button: t('unsubscribe.button'),
    action: 'unsubscribe',
  })
  return privateResponse(context, question)
}

/** What a mail program posts (RFC 8058), which gets an empty 200, or the page's own button. */
export async function leavePress(visit: Visit, contactId: string, form: FormData): Promise<Response> {
  const oneClick = textOf(form, 'List-Unsubscribe') === 'One-Click'
  if (!oneClick && textOf(form, 'action') !== 'unsubscribe') return askToLeavePress(visit, contactId)
  const contact = await findContact(contactId, databaseOf(visit.payload))
  await withdrawContact(contactId, databaseOf(visit.payload))
  if (oneClick) return new Response(null, { status: 200, headers: privately })
  const context = await contextOf(visit, contact?.locale ?? null)
  return privateResponse(context, left(context))
}

const left = (context: Awaited<ReturnType<typeof contextOf>>) =>
  donePage(context, {
    title: context.t('unsubscribe.leftTitle'),
    text: context.t('press.left'),
    mood: 'done',
  })

/** In the contact's language where the site exists in it, otherwise in the browser's. */
async function contextOf(visit: Visit, locale: string | null) {
  const own = locale === null ? null : await loadSite(visit.payload, locale)
  const context = own ?? (await contextFor(visit))
  if (context === null) throw new Error('the network has no language enabled')
  return context
}
