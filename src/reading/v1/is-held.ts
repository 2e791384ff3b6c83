const SECOND_MS = 1000

/**
 * `Last-Modified` of an answer. Null while the second of its last change is not over: what changes later in the same one
 * could not be told from it. RFC 9110, section 8.8.2.2
 */
export function lastModified(changedAt: Date | null, now = Date.now()): string | null {
  if (changedAt === null || now - changedAt.getTime() < SECOND_MS) return null
  return changedAt.toUTCString()
}

/**
 * Whether whoever asks has these very bytes. The tag decides where one was sent; the date only where none was.
 * RFC 9110, section 13.2.2
 * @param modified as in `Last-Modified`. Null: no date tells.
 */
export function isHeld({ headers, method }: Request, tag: string, modified: string | null): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const held = headers.get('If-None-Match')
  if (held !== null)
    return held.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')))
  return isSince(headers.get('If-Modified-Since'), modified)
}

/** Whether nothing has changed since a date that a reader sent. */
export const isSince = (since: string | null, modified: string | null): boolean =>
  since !== null && modified !== null && Date.parse(since) >= Date.parse(modified)
