import { readWithin } from '../../network/read-within.ts'

/** No form of ours is longer; whoever sends more is no person. */
const MAX_BYTES = 64 * 1024

/**
 * The fields of a form, urlencoded or multipart (RFC 8058 allows both). Null when it is neither, cannot be read or is
 * too long: it is read to the limit only, whatever length was announced.
 */
export async function readForm(request: Request): Promise<FormData | null> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null
  const body = await readBody(request)
  if (body === null) return null
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Null when it is longer than any of ours. */
export const readBody = ({ body }: Request): Promise<Uint8Array<ArrayBuffer> | null> =>
  readWithin(MAX_BYTES, body)

/** A field's text. Empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string')
