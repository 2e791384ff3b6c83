/** What a mail server said in numbers. */
export interface StatusCodes {
  /** Enhanced status, `5.1.1`. Null: none was given. https://www.rfc-editor.org/rfc/rfc3463 */
  readonly status: string | null
  /** Of the SMTP dialogue, `550`. Null: none was given. */
  readonly replyCode: string | null
}

/** Not a part of an IP address or version, which have other digits and dots around. */
const enhanced = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g
/** At the beginning of a line or after a sign: a number in the middle of a sentence is no code. */
const reply =
  /(?:^|[\n<>:;,([{"'»]|\bsaid\b|\breason\b|\bsmtp\b|\bcode\b|\berror\b|\bwith\b)[\s:;]{0,20}\(?#?([45]\d\d)(?=[\s\-.:;,)\]]|$)/gim

/** The most telling status in a text, the first of equals, and the first reply code. */
export function statusCodesIn(text: string): StatusCodes {
  const all = [...text.matchAll(enhanced)].map(([code]) => code)
  const [replyCode = null] = [...text.matchAll(reply)].map(([, code]) => code ?? null)
  return { status: mostTelling(all.filter((code) => !code.startsWith('2.'))), replyCode }
}

/** The first of those that say most. Null: there is none. */
export const mostTelling = (codes: readonly (string | null)[]): string | null =>
  codes
    .filter((code) => code !== null)
    .reduce<string | null>((best, code) => (best === null || weight(code) > weight(best) ? code : best), null)

/** Whoever gave up waiting may have said elsewhere what for. */
export const saysOnlyThatTimeIsUp = (status: string): boolean => status === '4.4.7'

/** `5.0.0` says that it failed, `4.4.7` that somebody gave up waiting, `5.2.0` that the mailbox is at fault, `5.2.2` that it is full. */
function weight(code: string): number {
  if (saysOnlyThatTimeIsUp(code)) return 1
  const [, subject, detail] = code.split('.')
  if (subject === '0') return 0
  return detail === '0' ? 2 : 3
}
