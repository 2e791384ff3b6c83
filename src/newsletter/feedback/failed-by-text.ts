import type { Email } from 'postal-mime'

import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { bounceClassOf, verdictOn } from './bounce-class.ts'
import { commandIn, quotedIn, quotesAnother, unfolded } from './dialogue.ts'
import type { ReportedRecipient } from './failed-by-status.ts'
import { headerOf, type ReportParts } from './report-parts.ts'
import { type StatusCodes, statusCodesIn } from './status-codes.ts'
import {
  addressesIn,
  originalRecipients,
  originalSenders,
  recipientsIn,
  type TextRecipient,
} from './text-recipients.ts'

/** A notice says early what it is about; further down stands what happened before. */
const BEGINNING = 600

const stillTries =
  /\b(delay(ed)?|will be retried|warning message only|(not yet|has not) been delivered|will (continue|keep) (trying|to try))\b/i

/** A delay, by the beginning of the word, in the languages of Europe and some more. */
const stillTriesAbroad =
  /verzögert|noch nicht (zugestellt|ausgeliefert)|retard[ée]|retrasad|ritard|atrasad|vertraagd|opóźni|zpožděn|задерж|отлож|затрим|försenad|forsink|viivästy|gecik|καθυστέρ|késleltet|késik|întârzi|забавя|延迟|延遲|遅延|지연|متأخر|تأخر/iu

/** Whom it did not reach, by what servers write that know no reports. One without an address where they name nobody. */
export function failedByText(parts: ReportParts): readonly ReportedRecipient[] {
  const beginning = `${parts.email.subject ?? ''} ${parts.text.slice(0, BEGINNING)}`
  return named(parts).map(({ address, words }) => {
    const codes = codesIn(words)
    const tries = stillTries.test(beginning) || stillTriesAbroad.test(beginning)
    const isFinal = !tries || codes.status?.startsWith('5') === true
    const bounceClass = isFinal || codes.status !== null ? classOf(words, codes) : 'soft'
    return { address, ...codes, bounceClass, isFinal }
  })
}

/** What the other server said counts before what is said about it. */
function codesIn(words: string): StatusCodes {
  const [quoted, all] = [statusCodesIn(quotedIn(words)), statusCodesIn(words)]
  return { status: quoted.status ?? all.status, replyCode: quoted.replyCode ?? all.replyCode }
}

function classOf(words: string, codes: StatusCodes): BounceClass {
  const quoted = quotedIn(words)
  if (quoted === '') {
    const isOwn = codes.status === null && codes.replyCode === null && !quotesAnother(words)
    return bounceClassOf({ ...codes, words: `${unfolded(words)} ${commandIn(words)}`, isOwn })
  }
  const command = commandIn(words)
  const verdict = verdictOn({ ...statusCodesIn(quoted), words: `${quoted} ${command}` })
  // What is said after the mail was handed over is about the mail.
  return verdict ?? (/data/i.test(command) ? 'soft' : bounceClassOf({ ...codes, words }))
}

function named({ email, original, text }: ReportParts): readonly TextRecipient[] {
  const found = recipientsIn(text, headerOf(email, 'x-failed-recipients'))
  const ours = originalSenders(original)
  const others = found.filter(({ address }) => address === null || !ours.includes(address.toLowerCase()))
  if (found.length > 0) return others.length > 0 ? others : found
  const [addressee = anyOther(email, text)] = originalRecipients(original)
  return [{ address: addressee, words: text }]
}

/** Whoever the text names that neither wrote it nor got it. */
function anyOther(email: Email, text: string): string | null {
  const parties = [email.from, ...(email.to ?? [])].map((party) => party?.address?.toLowerCase())
  return addressesIn(text).find((each) => !parties.includes(each.toLowerCase())) ?? null
}
