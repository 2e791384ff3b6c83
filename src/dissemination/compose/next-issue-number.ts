import type { Payload, PayloadRequest } from 'payload'

/** The number after the highest that an issue of the newsletter has. */
export async function nextIssueNumber(
  payload: Payload,
  newsletter: string,
  req?: PayloadRequest,
): Promise<number> {
  const { docs } = await payload.find({
    collection: 'issues',
    where: { newsletter: { equals: newsletter } },
    sort: '-number',
    limit: 1,
    depth: 0,
    pagination: false,
    select: { number: true },
    ...(req !== undefined && { req }),
  })
  return (docs[0]?.number ?? 0) + 1
}
