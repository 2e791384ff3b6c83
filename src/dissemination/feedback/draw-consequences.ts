import { endSubscriptions } from '../../audience/end-subscriptions.ts'
import { DIGEST, type MailingList, NOTICES, onList } from '../../audience/mailing-list.ts'
import { findSubscriber, isSomebodyElses, type Subscriber } from '../../audience/subscriber.ts'
import { suppress } from '../../audience/suppression/suppress.ts'
import { EVERYTHING } from '../../audience/suppression/suppression-reasons.ts'
import { UNREAD } from '../../audience/suppression.ts'
import type { Database } from '../../database/database.ts'
import type { Feedback, ReportedMail } from '../../ledger/mail-feedback.ts'
import { noteBounce, withdrawContact } from '../../ledger/press-mails.ts'
import { askerOf } from '../../ledger/question-mails.ts'
import { isLastinglySoft } from '../../ledger/soft-bounces.ts'

/** What of it has consequences. */
type Telling = Pick<Feedback, 'kind' | 'bounceClass' | 'status'>

interface Circumstances {
  readonly now: Date
  readonly transaction: Database
}

/**
 * What follows: a mailbox that is not there and a complaint bar the address that the mail went to from everything, which ends
 * what its person gets as long as it is still theirs; a request to leave ends the list that the mail belonged to. A refusal by
 * policy is ours to mend. Once they were erased nobody knows whom it concerns. Who took the address over has confirmed it
 * since: nothing follows for them.
 */
export async function drawConsequences(
  feedback: Telling,
  mail: ReportedMail,
  { now, transaction }: Circumstances,
): Promise<void> {
  if (mail.kind === 'press') return forContact(feedback, mail, { now, transaction })
  if (mail.kind === 'answer') return forAsker(feedback, mail, { now, transaction })
  if (mail.subscriberId === null) return
  const person = await findSubscriber(mail.subscriberId, transaction)
  if (person === null) return
  if (feedback.kind === 'left') return leave(person, listOf(mail), { now, transaction })
  const addressKey = mail.addressKey ?? person.addressKey
  if (await isSomebodyElses(addressKey, person.id, transaction)) return
  const said = await barringBy(feedback, { subscriberId: person.id, addressKey }, transaction)
  if (said === null) return
  await suppress({ addressKey, scope: EVERYTHING, origin: 'mailbox', actor: null, now, ...said }, transaction)
}

/** The press list is kept by people: an address that does not exist is marked, so that somebody corrects it. */
async function forContact(
  { kind, bounceClass }: Telling,
  { contactId }: ReportedMail,
  { now, transaction }: Circumstances,
): Promise<void> {
  if (contactId === null) return
  if (kind === 'left' || kind === 'complained') await withdrawContact(contactId, transaction)
  if (kind === 'bounced' && bounceClass === 'hard') await noteBounce(contactId, now, transaction)
}

/** Who asked need not be a subscriber; their mailbox bars itself all the same. */
async function forAsker(
  { kind, bounceClass, status }: Telling,
  { questionId }: ReportedMail,
  { now, transaction }: Circumstances,
): Promise<void> {
  const isHard = kind === 'bounced' && bounceClass === 'hard'
  if (questionId === null || !(isHard || kind === 'complained')) return
  const addressKey = await askerOf(questionId, transaction)
  if (addressKey === null) return
  const said = isHard
    ? ({ reason: 'hard-bounce', note: status } as const)
    : ({ reason: 'complaint', note: null } as const)
  await suppress({ addressKey, scope: EVERYTHING, origin: 'mailbox', actor: null, now, ...said }, transaction)
}

interface Barring {
  readonly reason: 'complaint' | 'hard-bounce'
  readonly note: string | null
}

/** Null: nothing bars the address. */
async function barringBy(
  { kind, bounceClass, status }: Telling,
  mailbox: { readonly subscriberId: string; readonly addressKey: string },
  transaction: Database,
): Promise<Barring | null> {
  if (kind === 'complained') return { reason: 'complaint', note: null }
  if (kind !== 'bounced') return null
  if (bounceClass === 'hard') return { reason: 'hard-bounce', note: status }
  return bounceClass === 'soft' && (await isLastinglySoft(mailbox, transaction))
    ? { reason: 'hard-bounce', note: UNREAD }
    : null
}

const listOf = ({ kind, newsletterId }: ReportedMail): MailingList => {
  if (kind === 'digest') return DIGEST
  return newsletterId ?? NOTICES
}

const leave = (person: Subscriber, list: MailingList, { now, transaction }: Circumstances): Promise<void> =>
  endSubscriptions(
    { subscriberId: person.id, ...onList(list, person), how: 'mail', locale: person.locale, now },
    transaction,
  )
