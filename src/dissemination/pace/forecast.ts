import { offsetAt } from '../../content/publishing/wall-clock.ts'

/** Mails that may leave within the same hours. */
export interface MailsOfHours {
  /** IANA name of the readers' zone. */
  readonly zone: string
  /** Hours of the reader's day, 0 to 24; from 22 to 6 is over midnight. Null: any. */
  readonly from: number | null
  readonly to: number | null
  readonly mails: number
}

/** What holds mails back. */
export interface Outlook {
  /** Null: nothing that is known. */
  readonly mailsPerSecond: number | null
  /** IANA name of the network's zone: its midnight ends a day. */
  readonly zone: string
  /** Mails that have left today, and count for its limit. */
  readonly sentToday: number
  /** Most mails of a day: 0 is today. Null: as many as there are. */
  atMostOn(day: number): number | null
}

interface Forecast {
  /** When the last of them will have left. */
  readonly lastAt: Date
  /** On how many days of the network some leave. */
  readonly days: number
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Hours begin at these in every zone that there is. */
const SLOT_MS = 15 * MINUTE_MS
const MOST_DAYS = 120

/**
 * When all of these mails will have left, if nothing but pace, limits of the day and readers' hours holds them back. Null: in
 * no foreseeable time.
 */
export function forecast(groups: readonly MailsOfHours[], outlook: Outlook, now: Date): Forecast | null {
  // Who may get mails at any time waits for those who may not.
  const left = groups
    .map((group) => ({ ...group }))
    .sort((one, other) => Number(one.from === null) - Number(other.from === null))
  const clock = zoneClocks()
  const today = clock.day(outlook.zone, now.getTime())
  const usedOn = new Map([[today, outlook.sentToday]])
  const days = new Set<number>()
  let lastAt = now.getTime()
  for (let at = now.getTime(); at < now.getTime() + MOST_DAYS * DAY_MS; ) {
    if (left.every(({ mails }) => mails <= 0)) return { lastAt: new Date(lastAt), days: days.size }
    const end = (Math.floor(at / SLOT_MS) + 1) * SLOT_MS
    const day = clock.day(outlook.zone, at)
    const used = usedOn.get(day) ?? 0
    const most = outlook.atMostOn(day - today)
    const inTime = outlook.mailsPerSecond === null ? Infinity : (outlook.mailsPerSecond * (end - at)) / 1000
    const room = Math.min(inTime, most === null ? Infinity : Math.max(0, most - used))
    let leaving = 0
    for (const group of left) {
      if (group.mails <= 0 || !isOpen(group, clock.hour(group.zone, at))) continue
      const mails = Math.min(group.mails, room - leaving)
      group.mails -= mails
      leaving += mails
    }
    if (leaving > 0) {
      usedOn.set(day, used + leaving)
      days.add(day)
      lastAt = at + (outlook.mailsPerSecond === null ? 0 : (leaving / outlook.mailsPerSecond) * 1000)
    }
    at = end
  }
  return null
}

function isOpen({ from, to }: Pick<MailsOfHours, 'from' | 'to'>, hour: number): boolean {
  if (from === null || to === null || from === to) return true
  return from < to ? hour >= from && hour < to : hour >= from || hour < to
}

/** Wall clocks. How far one is from UTC is asked once for each hour: it costs more than all the rest. */
function zoneClocks() {
  const offsets = new Map<string, number>()
  const offset = (zone: string, at: number): number => {
    const hour = Math.floor(at / (4 * SLOT_MS)) * 4 * SLOT_MS
    const key = `${zone} ${hour}`
    const known = offsets.get(key) ?? offsetAt(hour, zone)
    offsets.set(key, known)
    return known
  }
  return {
    hour: (zone: string, at: number): number =>
      Math.floor(((at + offset(zone, at)) % DAY_MS) / (4 * SLOT_MS)),
    day: (zone: string, at: number): number => Math.floor((at + offset(zone, at)) / DAY_MS),
  }
}
