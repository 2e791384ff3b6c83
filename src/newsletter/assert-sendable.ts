import { EditionError } from './edition-error.ts'
import { leftoverIn, usedPlaceholders } from './placeholders.ts'

/** Gmail cuts off at about 102 KB; 95 leaves room for what is merged. https://github.com/hteumeuleu/email-bugs/issues/41 */
const MAX_HTML_BYTES = 95 * 1024

const address = / (?:href|src)="([^"]*)"/g
const allowedAddress = /^(?:https?:\/\/|\{\{)/

/** @throws {EditionError} when an edition must not be sent as it is. */
export function assertSendable({ html, text }: { readonly html: string; readonly text: string }): void {
  const bytes = Buffer.byteLength(html)
  if (bytes > MAX_HTML_BYTES)
    throw new EditionError(
      'too-large',
      `the letter has ${bytes} bytes, at most ${MAX_HTML_BYTES} may be sent`,
    )

  for (const [part, source] of [
    ['html', html],
    ['text', text],
  ] as const) {
    const leftover = leftoverIn(source)
    if (leftover !== null)
      throw new EditionError('unknown-placeholder', `${part} holds an unknown placeholder: ${leftover}`)
    if (!usedPlaceholders(source).includes('unsubscribe_url'))
      throw new EditionError('missing-placeholder', `${part} holds no unsubscribe link`)
  }

  assertAddresses(html)
}

/** @throws {EditionError} when following a link or showing a picture would be anything but a request to a web site. */
export function assertAddresses(html: string): void {
  for (const [, target = ''] of html.matchAll(address)) {
    if (!allowedAddress.test(target))
      throw new EditionError('unsafe-link', `html holds an address that is not http: ${target.slice(0, 80)}`)
  }
}
