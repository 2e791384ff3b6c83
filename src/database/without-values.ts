/** Where libraries keep what a statement or a mail was about, or what the other side said of it. */
const VALUES: ReadonlySet<string> = new Set([
  'params',
  'parameters',
  'detail',
  'where',
  'internalQuery',
  'response',
  'recipient',
  'envelope',
  'accepted',
  'rejected',
  'rejectedErrors',
])
/** Causes of causes: more tell nobody anything, and one may be its own. */
const DEEPEST = 5

/**
 * The same error without what it is about: a statement that failed says all its values, with them addresses, the links by which
 * somebody leaves, and secrets. For whatever is logged or kept of an error. What is no error stays as it is.
 */
export const withoutValues = <Thrown>(error: Thrown): Thrown => copyOf(error, 0) as Thrown

function copyOf(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return error
  const message = messageOf(error)
  const copy = new Error(message)
  const told = Object.entries(error).filter(
    ([name]) => !VALUES.has(name) && name !== 'cause' && name !== 'stack',
  )
  Object.assign(copy, Object.fromEntries(told), { message })
  const frames = error.stack?.indexOf('\n    at ') ?? -1
  const name = error.name === 'Error' ? error.constructor.name : error.name
  Object.defineProperty(copy, 'name', { value: name })
  copy.stack = `${name}: ${message}${frames < 0 ? '' : error.stack?.slice(frames)}`
  if (error.cause !== undefined && depth < DEEPEST) copy.cause = copyOf(error.cause, depth + 1)
  return copy
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: of data, whose messages quote it. */
const ABOUT_DATA = /^22/

function messageOf(error: Error): string {
  const { query, params, code, response } = error as Readonly<Record<string, unknown>> & Error
  if (typeof query === 'string' && params !== undefined) return `Failed query: ${query}`
  // nodemailer ends its message with what the server said.
  if (typeof response === 'string' && response !== '') return error.message.replaceAll(response, '…')
  return typeof code === 'string' && ABOUT_DATA.test(code)
    ? error.message.replaceAll(/"[^"]*"/g, '"…"')
    : error.message
}

type LogMethod = (...given: readonly unknown[]) => void

/** For pino's `hooks`: errors are logged without their values, whoever logs them. https://getpino.io/#/docs/api?id=logmethod */
export function logWithoutValues(this: unknown, given: readonly unknown[], method: LogMethod): void {
  const [first, ...others] = given
  const isBearing = typeof first === 'object' && first !== null && 'err' in first
  method.apply(this, [
    isBearing ? { ...first, err: withoutValues(first.err) } : withoutValues(first),
    ...others,
  ])
}
