import { createHash, randomBytes } from 'node:crypto'

import type { CountedLink } from './link-address.ts'

/** Clicks on one link within one hour. */
export interface HourlyClicks extends CountedLink {
  /** Its beginning. */
  readonly hour: Date
  readonly clicks: number
}

interface Click extends CountedLink {
  /** What can be known of who follows it, e.g. network and browser. Never kept: hashed with a salt of this process. */
  readonly visitor: string
  readonly now: Date
}

const HOUR_MS = 3_600_000
/** A person reads one page before the next; a scanner follows them all at once. */
const BURST_MS = 5_000
const BURST_LINKS = 3
/** Visitors at a time. More are a flood, and a flood is not counted. */
const MOST_VISITS = 100_000

interface Visit {
  /** Position → edition, each link once. */
  readonly links: Map<string, CountedLink>
  /** When it began. */
  readonly since: number
  lastAt: number
}

/**
 * Counts in memory, and gives sums away from time to time. A visitor is known for some seconds, and only as a salted hash: the
 * same link twice counts once, and who follows more than a few at once is a program and counts for nothing.
 */
export interface ClickCounter {
  count(click: Click): void
  /** What was counted since the last time, as far as its visitors are done. */
  take(now: Date): readonly HourlyClicks[]
}

export function clickCounter(): ClickCounter {
  const salt = randomBytes(16)
  const visits = new Map<string, Visit>()
  const sums = new Map<string, HourlyClicks>()

  const settle = (key: string, { links, since }: Visit): void => {
    visits.delete(key)
    if (links.size > BURST_LINKS) return
    const hour = new Date(Math.floor(since / HOUR_MS) * HOUR_MS)
    for (const { editionId, position } of links.values()) {
      const name = `${editionId} ${position} ${hour.getTime()}`
      sums.set(name, { editionId, position, hour, clicks: (sums.get(name)?.clicks ?? 0) + 1 })
    }
  }
  const settleDone = (at: number): void => {
    for (const [key, visit] of visits) if (at - visit.lastAt >= BURST_MS) settle(key, visit)
  }

  return {
    count({ visitor, now, editionId, position }) {
      const at = now.getTime()
      const key = createHash('sha256').update(salt).update(visitor).digest('base64url')
      const known = visits.get(key)
      if (known !== undefined && at - known.lastAt >= BURST_MS) settle(key, known)
      if (visits.size >= MOST_VISITS && !visits.has(key)) return
      const visit = visits.get(key) ?? { links: new Map(), since: at, lastAt: at }
      visit.lastAt = at
      visit.links.set(`${editionId} ${position}`, { editionId, position })
      visits.set(key, visit)
    },
    take(now) {
      settleDone(now.getTime())
      const taken = [...sums.values()]
      sums.clear()
      return taken
    },
  }
}
