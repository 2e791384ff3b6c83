import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { bounceClassOf, verdictOn } from './bounce-class.ts'
import type { Fields, ReportParts } from './report-parts.ts'
import { mostTelling, type StatusCodes, statusCodesIn } from './status-codes.ts'
import { cleanAddress } from './text-recipients.ts'

/** What a mail that came back says about one recipient. */
export interface ReportedRecipient extends StatusCodes {
  /** Null: it does not say whom. */
  readonly address: string | null
  readonly bounceClass: BounceClass
  /** False: the server still tries. */
  readonly isFinal: boolean
}

/**
 * By the fields of RFC 3464, section 2.3: whom it did not reach; empty when there are no such fields. `passed-on`: it went
 * where nobody reports from any more.
 */
export function failedByStatus(
  parts: Pick<ReportParts, 'status' | 'text'>,
): readonly ReportedRecipient[] | 'arrived' | 'passed-on' {
  const groups = parts.status.filter(
    (group) => group.has('final-recipient') || group.has('original-recipient'),
  )
  const gone = groups.filter((group) => !/^(delivered|relayed|expanded)/.test(actionOf(group)))
  if (groups.length === 0 || gone.length > 0) return gone.map((group) => recipientOf(group, parts.text))
  return groups.some((group) => actionOf(group).startsWith('delivered')) ? 'arrived' : 'passed-on'
}

const actionOf = (group: Fields): string => group.get('action')?.[0]?.toLowerCase() ?? 'failed'

/** Where the status says nothing, the diagnostic's own does; where that says nothing, what people are told. */
function recipientOf(group: Fields, text: string): ReportedRecipient {
  const diagnostic = withoutType((group.get('diagnostic-code') ?? []).join(' '))
  const inWords = statusCodesIn(diagnostic)
  const address = addressOf(group)
  const about = aboutRecipient(text, address)
  const inText = statusCodesIn(about)
  const status = mostTelling([statusOf(group), inWords.status]) ?? inText.status
  const codes = { status, replyCode: inWords.replyCode ?? inText.replyCode }
  const command = commandIn(`${diagnostic} ${about}`)
  // What is said after the mail was handed over is about the mail, whatever the words are.
  const further = /data/i.test(command) ? '' : about
  const bounceClass =
    verdictOn({ ...codes, words: `${diagnostic} ${command}`.trim() }) ??
    bounceClassOf({ ...codes, words: `${diagnostic} ${further}` })
  return { address, ...codes, bounceClass, isFinal: !actionOf(group).startsWith('delayed') }
}

const statusOf = (group: Fields): string | null =>
  /[245]\.\d{1,3}\.\d{1,3}/.exec(group.get('status')?.[0] ?? '')?.[0] ?? null

/** Which command the server said no to, where the text has the dialogue. */
const commandIn = (about: string): string => /(>>>\s*|in reply to\s+)(RCPT TO|DATA)/i.exec(about)?.[0] ?? ''

/** Values begin with their type: `rfc822; jo@example.org`, `smtp; 550 no`. */
const withoutType = (value: string): string => value.replace(/^\s*[\w-]+\s*;\s*/, '')

function addressOf(group: Fields): string | null {
  const stated = ['final-recipient', 'original-recipient', 'x-actual-recipient'].flatMap(
    (name) => group.get(name) ?? [],
  )
  return stated.map((value) => cleanAddress(withoutType(value))).find((address) => address !== null) ?? null
}

/** Characters before and after a recipient's name that may be about them. */
const BEFORE = 200
const AFTER = 1500

/** The lines around where a text speaks of a recipient; all of it where it does not. */
function aboutRecipient(text: string, address: string | null): string {
  const place = address === null ? -1 : text.toLowerCase().indexOf(address.toLowerCase())
  return place < 0 ? text : text.slice(Math.max(0, place - BEFORE), place + AFTER)
}
