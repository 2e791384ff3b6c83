import { bounceClassOf } from './bounce-class.ts'
import type { ReportedRecipient } from './failed-by-status.ts'
import { headerOf, type ReportParts } from './report-parts.ts'
import { statusCodesIn } from './status-codes.ts'
import { originalRecipients, recipientsIn, type TextRecipient } from './text-recipients.ts'

/** A notice says early what it is about; further down stands what happened before. */
const BEGINNING = 600

const stillTries = /\b(delay(ed)?|will be retried|warning message only|not yet been delivered)\b/i

/** Whom it did not reach, by what servers write that know no reports. One without an address where they name nobody. */
export function failedByText(parts: ReportParts): readonly ReportedRecipient[] {
  const beginning = `${parts.email.subject ?? ''} ${parts.text.slice(0, BEGINNING)}`
  return named(parts).map(({ address, words }) => {
    const codes = statusCodesIn(words)
    const isFinal = !stillTries.test(beginning) || codes.status?.startsWith('5') === true
    const bounceClass = isFinal || codes.status !== null ? bounceClassOf({ ...codes, words }) : 'soft'
    return { address, ...codes, bounceClass, isFinal }
  })
}

function named({ email, original, text }: ReportParts): readonly TextRecipient[] {
  const found = recipientsIn(text, headerOf(email, 'x-failed-recipients'))
  if (found.length > 0) return found
  const [addressee = null] = originalRecipients(original)
  return [{ address: addressee, words: text }]
}
