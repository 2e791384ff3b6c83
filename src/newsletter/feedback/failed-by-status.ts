import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { bounceClassOf, MAX_WORDS, verdictOn } from './bounce-class.ts'
import { commandIn, quotesAnother } from './dialogue.ts'
import type { Fields, ReportParts } from './report-parts.ts'
import { mostTelling, type StatusCodes, saysOnlyThatTimeIsUp, statusCodesIn } from './status-codes.ts'
import { cleanAddress, MAX_RECIPIENTS } from './text-recipients.ts'

/** What a mail that came back says about one recipient. */
export interface ReportedRecipient extends StatusCodes {
  /** Null: it does not say whom. */
  readonly address: string | null
  readonly bounceClass: BounceClass
  /** False: the server still tries. */
  readonly isFinal: boolean
}

/** What became of the mail, for all whom a server gave it on to for us. */
export interface ToldByStatus {
  /** Whom it did not reach, or not yet. */
  readonly failed: readonly ReportedRecipient[]
  /** Of others: it arrived, or it went where nobody reports from any more. Null: there are none. */
  readonly elsewhere: 'arrived' | 'passed-on' | null
}

/** By the fields of RFC 3464, section 2.3. Null: there are no such fields. */
export function failedByStatus({ status, text }: Pick<ReportParts, 'status' | 'text'>): ToldByStatus | null {
  const groups = status
    .filter((group) => group.has('final-recipient') || group.has('original-recipient'))
    .slice(0, MAX_RECIPIENTS)
  if (groups.length === 0) return null
  const [gone, others] = [groups.filter(isGone), groups.filter((group) => !isGone(group))]
  const isThere = others.some((group) => actionOf(group).startsWith('delivered'))
  return {
    failed: gone.map((group) => recipientOf(group, text)),
    elsewhere: isThere ? 'arrived' : others.length > 0 ? 'passed-on' : null,
  }
}

const isGone = (group: Fields): boolean => !/^(delivered|relayed|expanded)/.test(actionOf(group))

const actionOf = (group: Fields): string => group.get('action')?.[0]?.toLowerCase() ?? 'failed'

/** Where the status says nothing, the diagnostic's own does; where that says nothing, what people are told. */
function recipientOf(group: Fields, text: string): ReportedRecipient {
  const diagnostic = withoutType((group.get('diagnostic-code') ?? []).join(' '))
  const inWords = statusCodesIn(diagnostic)
  const address = addressOf(group)
  const about = aboutRecipient(text, address)
  const inText = statusCodesIn(about)
  const inReport = mostTelling([statusOf(group), inWords.status])
  const status = inReport === null || saysOnlyThatTimeIsUp(inReport) ? (inText.status ?? inReport) : inReport
  const codes = { status, replyCode: inWords.replyCode ?? inText.replyCode }
  const command = commandIn(`${diagnostic} ${about}`)
  // What is said after the mail was handed over is about the mail, whatever the words are.
  const further = /data/i.test(command) ? '' : about
  const bounceClass =
    verdictOn({ ...codes, words: `${diagnostic} ${command}`.trim() }) ??
    bounceClassOf({
      ...codes,
      words: `${diagnostic} ${further} ${command}`,
      isOwn: diagnostic === '' && saysNothing(status) && !quotesAnother(about),
    })
  return { address, ...codes, bounceClass, isFinal: !actionOf(group).startsWith('delayed') }
}

/** `5.0.0`: that it failed. */
const saysNothing = (status: string | null): boolean => status === null || /^5\.[05]\.0$/.test(status)

const statusOf = (group: Fields): string | null =>
  /[245]\.\d{1,3}\.\d{1,3}/.exec(group.get('status')?.[0] ?? '')?.[0] ?? null

/** Values begin with their type: `rfc822; jo@example.org`, `smtp; 550 no`. */
const withoutType = (value: string): string => value.replace(/^\s*[\w-]+\s*;\s*/, '')

function addressOf(group: Fields): string | null {
  const stated = ['final-recipient', 'original-recipient', 'x-actual-recipient'].flatMap(
    (name) => group.get(name) ?? [],
  )
  return (
    stated.map((value) => cleanAddress(plain(withoutType(value)))).find((address) => address !== null) ?? null
  )
}

/** Letters beyond ASCII where the way was not open to them: `\x{3B1}`. https://www.rfc-editor.org/rfc/rfc6533#section-3 */
const plain = (value: string): string =>
  value.replace(/\\x\{([0-9a-f]{2,6})\}/gi, (escaped, hex: string) => {
    const point = Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : escaped
  })

/** Characters before and after a recipient's name that may be about them. */
const BEFORE = 200
const AFTER = 1500

/** The lines around where a text speaks of a recipient; its beginning where it does not. */
function aboutRecipient(text: string, address: string | null): string {
  const place = address === null ? -1 : text.toLowerCase().indexOf(address.toLowerCase())
  return place < 0 ? text.slice(0, MAX_WORDS) : text.slice(Math.max(0, place - BEFORE), place + AFTER)
}
