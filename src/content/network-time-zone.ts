import type { Payload } from 'payload'

/** IANA name of the zone that the network lives by. */
export async function networkTimeZone(payload: Payload): Promise<string> {
  const { timeZone } = await payload.findGlobal({ slug: 'network', depth: 0, select: { timeZone: true } })
  return timeZone ?? 'UTC'
}
