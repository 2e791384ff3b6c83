import { zeroIn, zeroProblem } from '../../access/zero-bytes.ts'
import { problem } from './problem.ts'

type Answer<Args extends readonly unknown[]> = (request: Request, ...rest: Args) => Promise<Response>

/** A zero byte, as it is or as JSON spells it. */
const zero = /\0|\\u0000/

/**
 * Refuses a request to Payload's own API that holds a zero byte in its address or in a body of JSON or of a form, naming
 * where: Postgres would, and the answer would be that we failed.
 */
export const refuseZeros =
  <Args extends readonly unknown[]>(answer: Answer<Args>): Answer<Args> =>
  async (request, ...rest) => {
    const inAddress = zeroInAddress(new URL(request.url))
    if (inAddress !== null) return refusal(inAddress)
    const read = readerOf(request)
    if (read === null || request.body === null) return answer(request, ...rest)
    const body = await request.text()
    const inBody = read(body)
    if (inBody !== null) return refusal(inBody)
    const { url, method, headers, signal } = request
    return answer(new Request(url, { method, headers, signal, body }), ...rest)
  }

function zeroInAddress({ pathname, searchParams }: URL): string | null {
  return /%00/.test(pathname) ? 'path' : zeroIn(Object.fromEntries(searchParams))
}

/** What finds a zero byte in the body. Null: it is of another kind, which is not read here. */
function readerOf({ headers }: Request): ((body: string) => string | null) | null {
  const type = headers.get('Content-Type') ?? ''
  if (type.startsWith('application/json')) return zeroInJson
  return type.startsWith('application/x-www-form-urlencoded')
    ? (body) => zeroIn(Object.fromEntries(new URLSearchParams(body)))
    : null
}

function zeroInJson(body: string): string | null {
  if (!zero.test(body)) return null
  try {
    return zeroIn(JSON.parse(body))
  } catch (error) {
    // No JSON: whoever answers says so.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Also in the words of Payload's own errors, which have a `message`: the admin shows that. */
function refusal(field: string): Response {
  const wrong = { field: field.slice(0, 200), ...zeroProblem() }
  const errors = [{ ...wrong, message: `${wrong.field}: ${wrong.problem} ${wrong.remedy}` }]
  return problem('query', { errors })
}
