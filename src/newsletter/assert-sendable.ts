import type { Locale } from '../i18n/locales.ts'
import { EditionError, type EditionErrorReason } from './edition-error.ts'
import type { EditionUnderLint } from './lint/edition-under-lint.ts'
import { mergedLetter } from './lint/merged-letter.ts'
import { type StopCheck, stopChecks, unsafeAddressIn } from './lint/stop-checks.ts'

/** A mail that is about to be kept or sent. What is left out is not looked at. */
type SendableMail = Pick<EditionUnderLint, 'html' | 'text'> &
  Partial<Pick<EditionUnderLint, 'subject' | 'isFunded' | 'acknowledgements'> & { readonly locale: Locale }>

const reasons: Readonly<Record<StopCheck, EditionErrorReason>> = {
  'no-subject': 'no-subject',
  'too-large': 'too-large',
  placeholder: 'unknown-placeholder',
  'unsafe-link': 'unsafe-link',
  'no-unsubscribe': 'missing-placeholder',
  'no-acknowledgement': 'no-acknowledgement',
}

/** @throws {EditionError} when a mail must not be sent as it is: its size, links, placeholders or duties say so. */
export function assertSendable({ html, text, locale = 'en', ...rest }: SendableMail): void {
  const { subject = 'not looked at', isFunded = false, acknowledgements } = rest
  const letter = mergedLetter({
    ...{ locale, subject, preheader: '', html, text, isFunded },
    ...(acknowledgements && { acknowledgements }),
  })
  for (const { name, find } of stopChecks) {
    const [part] = find(letter)
    if (part !== undefined) {
      const message = `the mail fails ${name}${part === null ? '' : `: ${part}`}`
      throw new EditionError(reasons[name], message, { check: name, part })
    }
  }
}

/** @throws {EditionError} when following a link or showing a picture would be anything but a request to a web site. */
export function assertAddresses(html: string): void {
  const unsafe = unsafeAddressIn(html)
  if (unsafe !== null)
    throw new EditionError('unsafe-link', `html holds an address that is not http: ${unsafe.slice(0, 80)}`)
}
