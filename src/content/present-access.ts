import type { Publication } from '../payload-types.ts'

type Row = Readonly<Partial<Pick<Publication, 'accessRight' | 'embargoUntil'>>>

/**
 * A publication as readers have it at that moment: an embargo ends by itself with the beginning of its day, in UTC. Other
 * rows stay as they are.
 */
export function asAccessibleAt<Stored extends object>(stored: Stored & Row, now: Date): Stored {
  const { accessRight, embargoUntil } = stored
  const isOver =
    accessRight === 'embargoed' && embargoUntil && dayOf(embargoUntil) <= dayOf(now.toISOString())
  return isOver ? { ...stored, accessRight: 'open' } : stored
}

const dayOf = (moment: string): string => moment.slice(0, 10)
