import type { Payload } from 'payload'

import { preferencesUrl, unsubscribeUrl } from '../../audience/links.ts'
import { DIGEST, type MailingList, NOTICES, PRESS } from '../../audience/mailing-list.ts'
import { siteUrl } from '../../content/site-url.ts'
import { env } from '../../env.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { HeldPersonalMail } from '../../ledger/hold-personal-mails.ts'
import type { PersonalItem, PersonalKind, PersonalSettlement } from '../../ledger/personal-mails.ts'
import { mergeDecoded } from '../../newsletter/compiled-edition.ts'
import { EditionError } from '../../newsletter/edition-error.ts'
import { personalHead, replyHead } from '../../newsletter/headers.ts'
import { isMailAddress } from '../../newsletter/mail-address.ts'
import { segmentsOf } from '../../newsletter/placeholders.ts'
import type { SingleMail } from '../../newsletter/transports/transport.ts'
import { openHandedOver } from './handed-over.ts'
import type { PersonalRenderers, RenderedPersonal, RenderedPersonalMail } from './personal-renderer.ts'

/** A fault of ours is looked at by a person, who needs longer than this; other mails are not held up meanwhile. */
const AFTER_FAULT_MS = 15 * 60_000

/** Either the mail as it leaves, or what is to be written down because it does not. */
export type PreparedPersonal =
  | {
      readonly kind: 'ready'
      readonly mail: HeldPersonalMail
      readonly single: SingleMail
      /** Null only where it is not known any more. */
      readonly locale: Locale | null
      readonly items: readonly PersonalItem[]
    }
  | { readonly kind: 'settled'; readonly settlement: PersonalSettlement }

/**
 * Makes one mail ready to leave. One that cannot be made never holds up the others. What may have been taken already is not
 * made anew, whatever changed since: it is what was handed over first, or nothing.
 */
export async function preparePersonal(
  payload: Payload,
  mail: HeldPersonalMail,
  renderers: PersonalRenderers,
): Promise<PreparedPersonal> {
  if (mail.firstAttemptAt !== null) return asBefore(mail)
  if (!isMailAddress(mail.address)) return ended(mail, 'failed', 'address-rejected')
  const rendered = await render(payload, mail, renderers)
  if (rendered === 'refused') return ended(mail, 'failed', 'edition-refused')
  if (rendered === 'fault') return later(mail)
  if ('skip' in rendered) return ended(mail, 'skipped', rendered.skip)
  // Whoever hands it over would find out when it is marked as under way.
  if (!isMailAddress(rendered.replyTo ?? mail.address)) return ended(mail, 'failed', 'edition-refused')
  const { locale, items = mail.items } = rendered
  return { kind: 'ready', mail, locale, items, single: singleOf(mail, rendered) }
}

async function render(
  payload: Payload,
  mail: HeldPersonalMail,
  renderers: PersonalRenderers,
): Promise<RenderedPersonal | 'refused' | 'fault'> {
  try {
    return await renderers[mail.kind](payload, mail)
  } catch (err) {
    const { id: mailId, kind } = mail
    payload.logger.error({ msg: 'a personal mail could not be made', mailId, kind, err })
    return err instanceof EditionError ? 'refused' : 'fault'
  }
}

/** A mail about a question belongs to no list: there is nothing to leave. */
type ListedKind = Exclude<PersonalKind, 'answer' | 'question'>

/** What one click leaves. */
const lists: Readonly<Record<ListedKind, MailingList>> = {
  digest: DIGEST,
  notice: NOTICES,
  reminder: NOTICES,
  press: PRESS,
}

const headings = { digest: 'digest', notice: 'notices', reminder: 'notices', press: 'press' } as const

function singleOf(mail: HeldPersonalMail, rendered: RenderedPersonalMail): SingleMail {
  const { kind } = mail
  return kind === 'answer' || kind === 'question'
    ? replyOf(mail, rendered)
    : listedOf({ ...mail, kind }, rendered)
}

/** Whole as it was rendered: nothing in it is a placeholder. */
const replyOf = ({ id, address }: HeldPersonalMail, rendered: RenderedPersonalMail): SingleMail => {
  const { locale, subject, html, text, fromName, replyTo = null } = rendered
  return {
    key: `personal/${id}`,
    from: { name: fromName, address: env.CONFIRMATIONS_FROM },
    replyTo,
    to: address,
    subject,
    html,
    text,
    locale,
    listed: replyHead({ deliveryId: id, locale, address: env.CONFIRMATIONS_FROM }),
  }
}

function listedOf(
  mail: HeldPersonalMail & { readonly kind: ListedKind },
  rendered: RenderedPersonalMail,
): SingleMail {
  const { id, kind, key, subscriberId, address } = mail
  const { locale, subject, fromName, listName, attachments = [], replyTo = null } = rendered
  const unsubscribe = unsubscribeUrl({ subscriberId, list: lists[kind] })
  // A contact of the press has nothing to choose but to leave.
  const preferences = kind === 'press' ? unsubscribe : preferencesUrl(subscriberId)
  const values = { unsubscribe_url: unsubscribe, preferences_url: preferences }
  const { html, text } = mergeDecoded(
    { html: segmentsOf(rendered.html), text: segmentsOf(rendered.text) },
    values,
  )
  return {
    // The same for every attempt: a service that remembers it takes the mail once.
    key: `personal/${id}`,
    from: { name: fromName, address: env.MAIL_FROM },
    replyTo,
    to: address,
    subject,
    html,
    text,
    locale,
    attachments,
    listed: personalHead({
      deliveryId: id,
      list: headings[kind],
      listName,
      campaign: kind === 'digest' ? key : kind,
      locale,
      address: env.MAIL_FROM,
      unsubscribeUrl: unsubscribe,
      subscribeUrl: siteUrl(`/${locale}/subscribe`),
    }),
  }
}

/** Without its copy nobody could write it a second time, and another mail under its key would be refused. */
function asBefore(mail: HeldPersonalMail): PreparedPersonal {
  const single = openHandedOver(mail)
  const { locale, items } = mail
  return single === null
    ? ended(mail, 'unconfirmed', 'payload-changed')
    : { kind: 'ready', mail, single, locale, items }
}

const ended = (
  { id }: HeldPersonalMail,
  state: 'failed' | 'skipped' | 'unconfirmed',
  reason: string,
): PreparedPersonal => ({
  kind: 'settled',
  settlement: { id, state, reason, providerId: null, dueAt: null },
})

const later = ({ id }: HeldPersonalMail): PreparedPersonal => ({
  kind: 'settled',
  settlement: {
    id,
    state: 'planned',
    reason: 'rendering-failed',
    providerId: null,
    dueAt: new Date(Date.now() + AFTER_FAULT_MS),
  },
})
