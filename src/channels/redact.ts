/** Shorter ones would blacken ordinary words. */
const SHORTEST = 5
const MARK = '[secret]'

/** Credentials in a header or in JSON, which may be what a service gave us for a while. */
const credentials = /\b(basic\s+|bearer\s+|\w*(?:token|jwt|secret|password)"\s*:\s*")[\w+/=.~:-]{6,}/gi

export interface Redact {
  (text: string): string
  /** Whether a text holds none of them. */
  isClean(text: string): boolean
}

/** Blackens secrets in a text, in every form in which a request carries them. */
export function redactor(secrets: readonly string[]): Redact {
  const forms = [...new Set(secrets.flatMap(formsOf))]
    .filter((form) => form.length >= SHORTEST)
    .toSorted((one, other) => other.length - one.length)
  const blacken = (text: string): string =>
    forms
      .reduce((left, form) => withoutBeginningAtEnd(left.replaceAll(form, MARK), form), text)
      .replace(credentials, (_, before: string) => before + MARK)
  return Object.assign(blacken, { isClean: (text: string) => blacken(text) === text })
}

/** Messages hold the beginning of an answer only, which may end within a secret. */
function withoutBeginningAtEnd(text: string, form: string): string {
  for (let length = form.length - 1; length > SHORTEST; length--)
    if (text.endsWith(form.slice(0, length))) return text.slice(0, -length) + MARK
  return text
}

function formsOf(secret: string): string[] {
  if (secret.trim().length < SHORTEST) return []
  const plain = [secret, secret.trim(), secret.replaceAll(/\s/g, ''), ...pathOf(secret)]
  return plain.flatMap((text) => [
    text,
    encodeURIComponent(text),
    encodeURI(text),
    JSON.stringify(text).slice(1, -1),
    ...insideBase64(text),
  ])
}

/** An address that is secret as a whole is told apart by what follows its host. */
function pathOf(secret: string): string[] {
  const url = URL.parse(secret)
  return url === null ? [] : [url.pathname.slice(1), url.search.slice(1)]
}

/**
 * How a text reads within base64, as `user:password` of RFC 7617 does, wherever in it the text begins: without the
 * characters at both ends that hold bits of its neighbours.
 */
function insideBase64(text: string): string[] {
  if (text === '') return []
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
    const whole = Math.floor((bytes.length * 8) / 6)
    const first = Math.ceil((before * 8) / 6)
    return (['base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding).slice(first, whole))
  })
}
