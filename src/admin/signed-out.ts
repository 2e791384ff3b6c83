const EVENT = 'em-signed-out'
const UNAUTHORISED = 401

/** Tells the view that the server no longer knows who asks; see `SignedOutNote`. */
export function noticeSignedOut({ status }: Pick<Response, 'status'>): void {
  if (status === UNAUTHORISED) window.dispatchEvent(new Event(EVENT))
}

/** Returns what ends it. */
export function onSignedOut(tell: () => void): () => void {
  window.addEventListener(EVENT, tell)
  return () => window.removeEventListener(EVENT, tell)
}
