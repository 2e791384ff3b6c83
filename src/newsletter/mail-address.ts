import { domainToASCII } from 'node:url'

/** An address as a transport takes it. */
export interface MailAddress {
  /** The domain in ASCII, the mailbox as it is. */
  readonly address: string
  /** The mailbox has letters beyond ASCII, so the other side must speak SMTPUTF8 (RFC 6531). */
  readonly needsSmtpUtf8: boolean
}

/** What would end an address in a header and begin another, or stand in a quoted form, which nobody has. */
const notInMailbox = /[\s\p{Cc}<>"@,;:()[\]\\]/u

/** @throws {RangeError} when it is no address, or more than one. The message does not hold it. */
export function mailAddress(address: string): MailAddress {
  const at = address.lastIndexOf('@')
  const domain = domainToASCII(address.slice(at + 1))
  const mailbox = address.slice(0, at)
  if (at < 1 || domain === '' || notInMailbox.test(mailbox)) throw new RangeError('no e-mail address')
  return { address: `${mailbox}@${domain}`, needsSmtpUtf8: /[^\x21-\x7e]/.test(mailbox) }
}

export const domainOf = ({ address }: MailAddress): string => address.slice(address.lastIndexOf('@') + 1)

/** Whether it can be written to at all. */
export function isMailAddress(address: string): boolean {
  try {
    mailAddress(address)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
