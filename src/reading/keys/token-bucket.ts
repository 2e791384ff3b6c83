/** So many at once, and then as many as fill up again in the window. */
export interface Policy {
  /** In the headers. */
  readonly name: string
  readonly quota: number
  readonly windowSeconds: number
}

/** What became of a request, in the words of the headers. https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
export interface Admission {
  readonly isAdmitted: boolean
  /** `RateLimit`, `RateLimit-Policy`, and `Retry-After` for who is not admitted. */
  readonly headers: Readonly<Record<string, string>>
}

interface Bucket {
  /** How many are left, with fractions. Below 0: as many have to fill up before there is any. */
  readonly left: number
  /** Milliseconds. */
  readonly at: number
}

/** Counts for each of many callers, in the memory of this process. */
export interface Buckets {
  /**
   * Whoever has one left may ask for what counts as many, and waits the longer after.
   * @param now milliseconds.
   * @param weight how many it counts as. @default 1
   */
  take(caller: string, policy: Policy, now: number, weight?: number): Admission
  readonly size: number
}

/** @param most callers that are remembered; of more, those who came first are forgotten. */
export function buckets(most: number): Buckets {
  const known = new Map<string, Bucket>()
  return {
    take(caller, policy, now, weight = 1) {
      const { quota, windowSeconds } = policy
      const perMs = quota / windowSeconds / 1000
      const before = known.get(caller) ?? { left: quota, at: now }
      const filled = Math.min(quota, before.left + Math.max(0, now - before.at) * perMs)
      const isAdmitted = filled >= 1
      const left = isAdmitted ? filled - weight : filled
      known.delete(caller)
      known.set(caller, { left, at: now })
      if (known.size > most) forgetFirst(known)
      return { isAdmitted, headers: headersOf(policy, { isAdmitted, left, perMs }) }
    },
    get size() {
      return known.size
    },
  }
}

function forgetFirst(known: Map<string, Bucket>): void {
  const [first] = known.keys()
  if (first !== undefined) known.delete(first)
}

function headersOf(
  { name, quota, windowSeconds }: Policy,
  {
    isAdmitted,
    left,
    perMs,
  }: { readonly isAdmitted: boolean; readonly left: number; readonly perMs: number },
): Record<string, string> {
  const seconds = (missing: number): number => Math.max(1, Math.ceil(missing / perMs / 1000))
  return {
    'RateLimit-Policy': `"${name}";q=${quota};w=${windowSeconds}`,
    RateLimit: `"${name}";r=${Math.max(0, Math.floor(left))};t=${seconds(quota - left)}`,
    ...(!isAdmitted && { 'Retry-After': String(seconds(1 - left)) }),
  }
}
