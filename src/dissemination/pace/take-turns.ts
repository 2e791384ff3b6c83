import { setTimeout as wait } from 'node:timers/promises'

import type { Database } from '../../database/database.ts'
import { editionsWithDueMails, type HeldMails, holdMails, type Turn } from '../../ledger/hold-mails.ts'

/** What a worker found to send. */
export type Found =
  | { readonly kind: 'held'; readonly held: HeldMails }
  | { readonly kind: 'nothing-due' }
  /** All that is due is for those who take nothing before then. */
  | { readonly kind: 'waits'; readonly until: Date }

/** Others who take the same mails are done with it in a moment. Who holds them for longer is not waited for. */
const CONTENDED_MS = 20
const CONTENDED = 10

/**
 * Goes round an issue's editions, and in each round the groups of mail exchangers, so that no language and no provider
 * waits for another. Remembers where it is; each worker has rounds of its own.
 * @returns what holds up to so many mails of one edition
 */
export function takeTurns(
  { issueId, transport, zones }: Pick<Turn, 'issueId' | 'transport' | 'zones'>,
  database: Database,
): (limit: number) => Promise<Found> {
  let queue: { readonly editionId: string; readonly after: string }[] = []
  let isFruitful = true
  let waitsUntil: Date | null = null
  let contended = 0

  const nothingLeft = (): Found => {
    isFruitful = true
    return waitsUntil === null ? { kind: 'nothing-due' } : { kind: 'waits', until: waitsUntil }
  }

  return async (limit) => {
    for (;;) {
      const turn = queue.shift()
      if (turn === undefined) {
        if (!isFruitful) return nothingLeft()
        queue = shifted(await editionsWithDueMails(issueId, database)).map((editionId) => ({
          editionId,
          after: '',
        }))
        waitsUntil = null
        if (queue.length === 0) return nothingLeft()
        isFruitful = false
        continue
      }
      const held = await holdMails({ issueId, transport, zones, limit, ...turn }, database)
      if (held.after !== null) queue.push({ editionId: turn.editionId, after: held.after })
      waitsUntil = sooner(waitsUntil, held.waitsUntil)
      if (held.examined > 0) contended = 0
      if (held.isContended) await wait(CONTENDED_MS)
      if (held.examined > 0 || (held.isContended && ++contended < CONTENDED)) isFruitful = true
      if (held.mails.length > 0) return { kind: 'held', held }
    }
  }
}

/** Begins anywhere, so that workers do not all begin with the same. */
function shifted(editions: readonly string[]): readonly string[] {
  const from = Math.floor(Math.random() * editions.length)
  return [...editions.slice(from), ...editions.slice(0, from)]
}

const sooner = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other < one) ? other : one
