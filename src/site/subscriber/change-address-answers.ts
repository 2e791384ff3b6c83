import type { Payload } from 'payload'

import { knownAddress } from '../../../emails/known-address.ts'
import { leaveAddress } from '../../../emails/leave-address.ts'
import { newAddress } from '../../../emails/new-address.ts'
import { type AddressMove, MOVE_HOURS, openMove } from '../../audience/address-move.ts'
import type { CanonicalAddress } from '../../audience/canonical-address.ts'
import { consentWording } from '../../audience/consent-wording.ts'
import { preferencesPath, preferencesUrl } from '../../audience/links.ts'
import { moveSubscriber } from '../../audience/move-subscriber.ts'
import { type MoveMail, offerMove, requestMove } from '../../audience/request-move.ts'
import { findSubscriber, type Subscriber } from '../../audience/subscriber.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { databaseOf, inTransaction } from '../../database/database.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import { privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import type { Visit } from '../visit.ts'
import { mailPerson } from './mail-person.ts'
import { contextOf } from './own-language.ts'
import { donePage, questionPage } from './plain-pages.ts'

interface Named {
  readonly token: string
}

/** A link of ours that still leads somewhere. */
interface Opened {
  readonly step: 'old-address' | 'new-address'
  readonly move: AddressMove
  readonly subscriber: Subscriber
  readonly context: SiteContext
}

/** After the page has left, so that it looks the same whatever becomes of it. */
export function askOldAddress(visit: Visit, subscriber: Subscriber, to: CanonicalAddress): void {
  const asked = { database: databaseOf(visit.payload), now: visit.now }
  visit.later(async () => send(visit, await requestMove(subscriber, to, asked)))
}

/** Where both mails lead. Looking changes nothing. */
export async function answerChangeAddressForm(visit: Visit, { token }: Named): Promise<Response> {
  const opened = await open(visit, token)
  if (opened === null) return unusable(visit)
  const { context, subscriber, move, step } = opened
  if (step === 'new-address' && subscriber.addressKey !== move.from) return moved(opened)
  return privateResponse(context, step === 'old-address' ? askThere(opened) : await askHere(visit, opened))
}

/** The button was pressed: at the old address it sends a mail to the new one, there it moves the person. */
export async function answerChangeAddress(visit: Visit, { token }: Named): Promise<Response> {
  const opened = await open(visit, token)
  if (opened === null) return unusable(visit)
  const { payload, now } = visit
  const { context, subscriber, move, step } = opened
  const { t } = context
  if (step === 'old-address') {
    visit.later(async () =>
      send(visit, await offerMove(move, subscriber, { database: databaseOf(payload), now })),
    )
    const page = { title: t('subscribeSent.title'), text: t('changeAddress.asked'), mood: 'done' } as const
    return privateResponse(context, donePage(context, page))
  }
  const wording = consentWording(context.locale, context.network.name)
  const outcome = await inTransaction(payload, (transaction) =>
    moveSubscriber(move, { wording, now }, transaction),
  )
  return outcome === 'refused' ? unusable(visit) : moved(opened)
}

/** Null: not ours, too old, or the person is no longer at the address that it was made for. */
async function open(visit: Visit, token: string): Promise<Opened | null> {
  const { payload, now } = visit
  for (const step of ['old-address', 'new-address'] as const) {
    const move = openMove(token, step, now)
    if (move === null) continue
    const subscriber = await findSubscriber(move.subscriberId, databaseOf(payload))
    const isThere = subscriber?.email === move.to.address && step === 'new-address'
    if (subscriber === null || (subscriber.addressKey !== move.from && !isThere)) return null
    return { step, move, subscriber, context: await contextOf(visit, subscriber) }
  }
  return null
}

const askThere = ({ context, subscriber, move }: Opened): Html =>
  questionPage(context, {
    title: context.t('changeAddress.title'),
    text: html`<p class="large">${context.t('changeAddress.text')}</p><ol><li><bdi dir="ltr">${subscriber.email}</bdi></li><li><bdi dir="ltr">${
      move.to.address
    }</bdi></li></ol>`,
    button: context.t('changeAddress.button'),
    action: 'ask',
  })

async function askHere({ payload }: Visit, { context, move, subscriber }: Opened): Promise<Html> {
  const { t } = context
  const newsletters = await newslettersOf(payload, context, subscriber)
  return questionPage(context, {
    title: t('changeAddress.newTitle'),
    text: html`<p class="large"><bdi dir="ltr">${move.to.address}</bdi></p>${
      newsletters.length > 0 && html`<ul>${newsletters.map((name) => html`<li>${name}</li>`)}</ul>`
    }<p class="legal">${consentWording(context.locale, context.network.name).text}</p>`,
    button: t('changeAddress.newButton'),
    action: 'move',
  })
}

/** By name, as far as they have one in this language. */
async function newslettersOf(
  payload: Payload,
  { locale }: SiteContext,
  { newsletterIds }: Subscriber,
): Promise<readonly string[]> {
  const all = await loadNewsletters(payload, locale)
  return all.filter(({ id }) => newsletterIds.includes(id)).map(({ name }) => name)
}

const moved = ({ context, subscriber, move }: Opened): Response =>
  privateResponse(
    context,
    donePage(context, {
      title: context.t('changeAddress.doneTitle'),
      text: context.t('changeAddress.done'),
      mood: 'done',
      more: html`<p class="large"><bdi dir="ltr">${move.to.address}</bdi></p><p><a href="${preferencesPath(subscriber.id)}">${context.t(
        'preferences.back',
      )}</a></p>`,
    }),
  )

/** Whatever the reason: a page that told whether the new address is known would tell it to anybody. */
async function unusable(visit: Visit): Promise<Response> {
  const context = await contextOf(visit, null)
  const { t } = context
  const page = {
    title: t('confirm.unusableTitle'),
    text: t('changeAddress.unusable'),
    mood: 'sorry',
  } as const
  return privateResponse(context, donePage(context, page), 410)
}

async function send(visit: Visit, mail: MoveMail | null): Promise<void> {
  if (mail === null) return
  const validDays = MOVE_HOURS / 24
  switch (mail.kind) {
    case 'confirm-old': {
      const props = { newAddress: mail.address, confirmUrl: mail.link, validDays }
      return mailPerson(visit, await contextOf(visit, mail.to), mail.to.email, (shared, texts) =>
        leaveAddress({ ...shared, ...props }, texts),
      )
    }
    case 'confirm-new': {
      const context = await contextOf(visit, mail.of)
      const newsletters = await newslettersOf(visit.payload, context, mail.of)
      const props = { newsletters, confirmUrl: mail.link, validDays }
      return mailPerson(visit, context, mail.address, (shared, texts) =>
        newAddress({ ...shared, ...props }, texts),
      )
    }
    case 'known':
      return mailPerson(visit, await contextOf(visit, mail.to), mail.to.email, (shared, texts) =>
        knownAddress({ ...shared, preferencesUrl: preferencesUrl(mail.to.id) }, texts),
      )
    default:
      return mail satisfies never
  }
}
