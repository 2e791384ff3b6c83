import PostalMime from 'postal-mime'

import { type CompiledEdition, mergeDecoded } from '../../newsletter/compiled-edition.ts'
import { isMailAddress, mailAddress } from '../../newsletter/mail-address.ts'
import { leftoverIn } from '../../newsletter/placeholders.ts'
import type { FrozenMail } from '../../newsletter/transports/transport.ts'

/** What is wrong with a mail as it arrived. */
export type MailFault =
  | 'recipient' // it is not to one person alone, or to another
  | 'no-unsubscribe' // one click does not leave by this person's own link (RFC 8058)
  | 'unreadable' // it is no mail that a program can read
  | 'differs' // it does not say what the edition says

interface Arrived {
  /** Of the envelope. */
  readonly to: readonly string[]
  readonly raw: Buffer
}

/** What is seen without reading the whole mail: all of them are looked at like this. */
export function headFaults({ to, raw }: Arrived, { head, values }: FrozenMail): MailFault[] {
  const fields = fieldsOf(raw)
  const { address } = head.to
  const named = fields.get('to') ?? []
  const isTheirs = isOnly(to.map(plainly), address) && isOnly(named, address)
  const link = `<${new URL(values.unsubscribe_url).href}>`
  const leaves =
    isOnly(fields.get('list-unsubscribe'), link) &&
    isOnly(fields.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  return [...(isTheirs ? [] : ['recipient' as const]), ...(leaves ? [] : ['no-unsubscribe' as const])]
}

/** The whole mail, read as a mail program does and compared with the edition merged the plain way. */
export async function wholeFaults(
  { raw }: Arrived,
  { values }: FrozenMail,
  edition: Pick<CompiledEdition, 'html' | 'text'>,
): Promise<MailFault[]> {
  const read = await PostalMime.parse(raw).catch(() => null)
  if (read === null || read.html === undefined || read.text === undefined) return ['unreadable']
  const plain = mergeDecoded(edition, values)
  const isSame = sameText(read.html, plain.html) && sameText(read.text, plain.text)
  const isComplete = leftoverIn(read.html) === null && leftoverIn(read.text) === null
  return isSame && isComplete ? [] : ['differs']
}

/** The delivery that the mail says it is. Null: it says nothing. */
export function deliveryOf(raw: Buffer): string | null {
  const [id] = fieldsOf(raw).get('message-id') ?? []
  return /^<([^@>]+)@/.exec(id ?? '')?.[1] ?? null
}

/** Lines end differently on the wire. */
const sameText = (one: string, other: string): boolean => lines(one) === lines(other)
const lines = (text: string): string => text.replace(/\r\n/g, '\n').trimEnd()

const isOnly = (values: readonly string[] | undefined, wanted: string): boolean =>
  values?.length === 1 && values[0] === wanted

/** As we write it: a mail server may write the domain in letters. */
const plainly = (address: string): string => (isMailAddress(address) ? mailAddress(address).address : address)

/** Header fields by their name in small letters, unfolded. */
function fieldsOf(raw: Buffer): ReadonlyMap<string, readonly string[]> {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.toString('utf8', 0, end < 0 ? raw.length : end).replace(/\r\n(?=[ \t])/g, '')
  const fields = new Map<string, string[]>()
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    fields.set(name, [...(fields.get(name) ?? []), line.slice(colon + 1).trim()])
  }
  return fields
}
