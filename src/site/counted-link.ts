import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import { type ClickCounter, clickCounter } from '../newsletter/counted-links/click-counter.ts'
import { linkTarget } from '../newsletter/counted-links/counted-edition.ts'
import { isReading } from '../newsletter/counted-links/is-reading.ts'
import { readLinkCode } from '../newsletter/counted-links/link-address.ts'
import { addClicks } from '../newsletter/counted-links/link-counts.ts'
import { notFoundPage } from './not-found.ts'
import { pageResponse } from './responses.ts'
import { contextFor, type Visit } from './visit.ts'

/** Sums are written so often. What a process that ends has counted since is lost. */
const WRITTEN_EVERY_MS = 60_000

interface Coded {
  readonly code: string
}

/**
 * Leads to where a link of a letter leads, and nowhere else: only to what was kept when the edition was. Nothing is told
 * onwards and nothing is kept of who follows it.
 */
export async function answerCountedLink(visit: Visit, { code }: Coded): Promise<Response> {
  const link = readLinkCode(code)
  const target = link === null ? null : await linkTarget(link, databaseOf(visit.payload))
  if (link === null || target === null) return unknown(visit)
  if (isReading(visit.request)) {
    const { headers } = visit.request
    const visitor = `${headers.get('X-Forwarded-For') ?? ''} ${headers.get('User-Agent') ?? ''}`
    counterOf(visit.payload).count({ ...link, visitor, now: visit.now })
  }
  return new Response(null, {
    status: 302,
    headers: {
      Location: target,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  })
}

async function unknown(visit: Visit): Promise<Response> {
  const context = await contextFor(visit)
  if (context === null) return new Response(null, { status: 404 })
  return pageResponse(visit.request, context, notFoundPage(context), {
    status: 404,
    headers: { Vary: 'Accept-Language' },
  })
}

const counters = new WeakMap<Payload, ClickCounter>()

/** One a process, which writes what it has counted for as long as there is anything. */
function counterOf(payload: Payload): ClickCounter {
  const known = counters.get(payload)
  if (known !== undefined) return known
  const counter = clickCounter()
  counters.set(payload, counter)
  const timer = setInterval(() => {
    writeClicks(payload, new Date()).catch((err: unknown) =>
      payload.logger.error({ msg: 'clicks on links were not written', err }),
    )
  }, WRITTEN_EVERY_MS)
  timer.unref()
  return counter
}

/** Writes what was counted since the last time, as sums. */
export async function writeClicks(payload: Payload, now: Date): Promise<void> {
  await addClicks(counters.get(payload)?.take(now) ?? [], databaseOf(payload))
}
