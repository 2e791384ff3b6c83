/** How long a cache between us and the reader may hand out what it has while it asks for what is there now, in seconds. */
export const STALE_SECONDS = 10

/** Null: the answer is not for everybody, or may not be kept. */
export interface Keeping {
  /** What is told to caches on the way and to browsers. */
  readonly told: string
  /** How long we keep it ourselves. */
  readonly forMs: number
}

/**
 * @param stated `Cache-Control` of an answer. Null: it has none, and whoever asks knows that it is public.
 * @param longestMs how long we keep anything of that route.
 */
export function keeping(stated: string | null, longestMs: number): Keeping | null {
  const said = directives(stated ?? 'public, max-age=0')
  if (!said.has('public') || said.has('private') || said.has('no-store')) return null
  const shared = secondsOf(said, 's-maxage')
  if (shared === 0) return null
  // An answer that browsers must ask for each time (0) is still ours to keep: we are told when it changes.
  const seconds = shared ?? (secondsOf(said, 'max-age') || Number.POSITIVE_INFINITY)
  return { told: withStale(said), forMs: Math.min(seconds * 1000, longestMs) }
}

/**
 * With `must-revalidate` no cache may hand out what it has while it asks (RFC 9111, section 5.2.2.2), so it gives way to a
 * short `stale-while-revalidate` (RFC 5861). What says `no-cache` is asked for each time and stays so.
 */
function withStale(said: ReadonlyMap<string, string | null>): string {
  const told = new Map(said)
  if (!told.has('no-cache') && !told.has('immutable') && !told.has('stale-while-revalidate')) {
    told.delete('must-revalidate')
    told.delete('proxy-revalidate')
    told.set('stale-while-revalidate', String(STALE_SECONDS))
  }
  return Array.from(told, ([name, value]) => (value === null ? name : `${name}=${value}`)).join(', ')
}

const directives = (header: string): Map<string, string | null> =>
  new Map(
    header
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map((each) => {
        const [name = '', value] = each.split('=')
        return [name.trim().toLowerCase(), value?.trim().replaceAll('"', '') ?? null]
      }),
  )

/** Null: not said. Anything but a number of seconds counts as 0, which is the safe side. */
function secondsOf(said: ReadonlyMap<string, string | null>, name: string): number | null {
  if (!said.has(name)) return null
  const value = said.get(name) ?? ''
  return /^\d+$/.test(value) ? Number(value) : 0
}
