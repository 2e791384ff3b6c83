import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import type { Database } from '../../database/database.ts'
import { isPlaceWanted, keepPlaces, leavePlace, takePlace } from '../../ledger/pace/mail-connections.ts'

/** Who shares a mail server: what somebody waits for, what is made for one person, and letters. */
export type MailLane = 'urgent' | 'personal' | 'letters'

/** A connection that the server takes. */
export interface Place {
  /** Whether it is to be given up after this mail, since a mail that somebody waits for needs it. Never rejects. */
  isWanted(): Promise<boolean>
  /** Never rejects. */
  leave(): Promise<void>
}

/** Where connections of one lane are admitted. */
export interface Door {
  /** How many there are for this lane. At least 1. */
  readonly places: number
  /** Waits for one. @throws {PlaceError} when `patience` ends first, or nobody can say. */
  enter(patience: AbortSignal): Promise<Place>
}

/** No connection was opened, so nothing has left. */
export class PlaceError extends Error {
  override readonly name = 'PlaceError'
  /** As nodemailer names a connection that failed. */
  readonly code = 'ECONNECTION'
}

const POLL_MS = 50
const KEEP_MS = 15_000

/** Of so many connections one is kept for single mails. */
const PER_SINGLE = 5

/**
 * Shares the connections that a server takes among all processes: letters use all but those that are kept for single mails,
 * and with one alone they take turns with those, mail by mail. Whatever nobody waits for gives way to what somebody does.
 * @param most that the server takes at a time, from all of us.
 */
export function doorsAt(most: number, database: () => Database): Readonly<Record<MailLane, Door>> {
  const holder = randomUUID()
  const single = Math.max(1, Math.floor(most / PER_SINGLE))
  const held = new Set<number>()
  let keeping: NodeJS.Timeout | null = null

  const note = (place: number): void => {
    held.add(place)
    keeping ??= setInterval(() => {
      // A lease that cannot be renewed lapses, and then the server decides who comes in.
      void keepPlaces(holder, database()).catch(() => undefined)
    }, KEEP_MS).unref()
  }
  const forget = (place: number): void => {
    held.delete(place)
    if (held.size > 0 || keeping === null) return
    clearInterval(keeping)
    keeping = null
  }

  const door = (from: number, to: number, isUrgent: boolean): Door => {
    const isShared = !isUrgent && from < single
    // One asks for all who wait in this process, in their order.
    let queue: Promise<unknown> = Promise.resolve()
    const placeOf = (place: number): Place => ({
      isWanted: async () => isShared && (await isPlaceWanted(place, holder, database()).catch(() => true)),
      leave: async () => {
        forget(place)
        // Others in this process have had their turn: whoever waits elsewhere looks before this one does again.
        queue = queue.then(() => wait(POLL_MS))
        // The lease ends by itself.
        await leavePlace(place, holder, database()).catch(() => undefined)
      },
    })
    const awaitPlace = async (patience: AbortSignal): Promise<Place> => {
      for (;;) {
        if (patience.aborted) throw new PlaceError('no connection was free in time')
        const place = await takePlace({ from, to, holder, isUrgent }, database()).catch((cause: unknown) => {
          throw new PlaceError('nobody can say which connections are free', { cause })
        })
        if (place !== null) {
          note(place)
          return placeOf(place)
        }
        await wait(POLL_MS)
      }
    }
    return {
      places: to - from,
      enter: (patience) => {
        const entered = queue.then(() => awaitPlace(patience))
        queue = entered.catch(() => undefined)
        return entered
      },
    }
  }

  return {
    urgent: door(0, single, true),
    personal: door(0, single, false),
    letters: most > single ? door(single, most, false) : door(0, most, false),
  }
}

let own: Database | null = null

/** Said once by each process, before it sends: where it is kept who holds which connection. */
export function shareConnectionsIn(database: Database): void {
  own = database
}

/** @throws {PlaceError} before `shareConnectionsIn`. */
export function ownPlaces(): Database {
  if (own === null) throw new PlaceError('this process does not know who holds which connection')
  return own
}
