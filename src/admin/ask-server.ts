const EVENT = 'em-signed-out'
const UNAUTHORISED = 401

/** Asks our own server, as the person who is signed in. Who no longer is, is told so at once; see `SignedOutNote`. */
export async function askServer(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(path, init)
  const isOut = isSignedOut(answer)
  // A server in trouble says nothing about who asks.
  if (isOut || answer.ok) window.dispatchEvent(new CustomEvent(EVENT, { detail: isOut }))
  return answer
}

/** Whether the server does not know who asks. That is said by the note: what was pressed says nothing beside it. */
export const isSignedOut = (answer: { readonly status: number } | null): boolean =>
  answer?.status === UNAUTHORISED

/** @param tell whether they are, each time that the server showed it. Returns what ends it. */
export function onSignedOut(tell: (isOut: boolean) => void): () => void {
  const hear = (event: Event): void => tell((event as CustomEvent<boolean>).detail)
  window.addEventListener(EVENT, hear)
  return () => window.removeEventListener(EVENT, hear)
}
