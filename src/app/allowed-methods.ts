/**
 * What may be done at an address of ours, for whoever tried something else. Next says that something may not be done, and not
 * what may. https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6
 * @param path without a query.
 * @returns the methods as `Allow` has them. Null: the address says so itself.
 */
export function allowedMethods(path: string): string | null {
  const found = others.find(([pattern]) => pattern.test(path))
  return found === undefined ? READ : found[1]
}

const READ = 'GET, HEAD, OPTIONS'
const SEND = 'POST, OPTIONS'
const BOTH = 'GET, HEAD, POST, OPTIONS'

/** Addresses at which more or less can be done than reading. A mail program may have put a slash behind one. */
const others: readonly (readonly [RegExp, string | null])[] = [
  [/^\/(?:oai|subscribe\.json)\/?$/, BOTH],
  [/^\/(?:question|preferences|u|my-data|change-address)\/[^/]+\/?$/, BOTH],
  [/^\/[^/]+\/(?:subscribe(?:\/embed)?|ask|follow)\/?$/, BOTH],
  [/^\/[^/]+\/(?:confirm|ask\/confirm)\/[^/]+\/?$/, BOTH],
  [/^\/fediverse\/(?:inbox|actors\/[^/]+\/inbox)\/?$/, SEND],
  // Its pages send what a person does to themselves.
  [/^\/admin(?:\/|$)/, 'GET, HEAD, POST'],
  [/^\/api\/graphql\/?$/, SEND],
  [/^\/api\/graphql-playground\/?$/, READ],
  [/^\/(?:api|v1(?!\/docs))(?:\/|$)/, null],
]
