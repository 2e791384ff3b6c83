import { revalidated } from '../responses.ts'

const ACTIVITY = 'application/activity+json'

/** https://www.w3.org/TR/activitypub/#retrieving-objects */
const isActivityType = (type: string): boolean =>
  type === ACTIVITY || type === 'application/ld+json' || type === 'application/json'

/** Whether a body claims to be an activity. */
export const isActivity = ({ headers }: Request): boolean =>
  isActivityType((headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '')

/** Whether a browser asks. Programs of the fediverse name their types; who names none gets the data. */
export function wantsPage({ headers }: Request): boolean {
  const types = (headers.get('Accept') ?? '')
    .split(',')
    .map((each) => each.split(';')[0]?.trim().toLowerCase())
  return (
    types.includes('text/html') && !types.some((type) => type === ACTIVITY || type === 'application/ld+json')
  )
}

/** Data that anybody may read, from any page. */
export const jsonAnswer = (
  request: Request,
  document: Readonly<Record<string, unknown>>,
  type = `${ACTIVITY}; charset=utf-8`,
  status = 200,
): Response =>
  revalidated(request, JSON.stringify(document), status, {
    'Content-Type': type,
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept',
  })

export const plainAnswer = (status: number): Response =>
  new Response(null, { status, headers: { 'Cache-Control': 'no-store' } })

export const moreThan = (bytes: number, { headers }: Request): boolean =>
  Number(headers.get('Content-Length') ?? 0) > bytes
