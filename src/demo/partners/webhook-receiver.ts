import { createHmac, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

import { json, type PartnerAnswer, type PartnerRequest } from './exchange.ts'
import type { WebhookSite } from './partner-accounts.ts'

const bodyShape = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.looseObject({
    collection: z.string().optional(),
    id: z.string().optional(),
    locale: z.string().optional(),
    title: z.string().optional(),
    summary: z.string().optional(),
    url: z.string().optional(),
  }),
})

/** What a site was told, once, however often it was told. */
export interface ReceivedEvent extends z.infer<typeof bodyShape> {
  readonly webhookId: string
  readonly site: string
  /** ISO 8601. */
  readonly receivedAt: string
  /** How often the same webhook-id came again. */
  repeats: number
}

/** Five minutes either way, as the standard's own libraries have it. */
const TOLERANCE_S = 300

interface ReceiverOptions {
  readonly sites: readonly WebhookSite[]
  /** Is added to. */
  readonly events: ReceivedEvent[]
  readonly now: () => Date
}

/**
 * Sites that listen as the standard asks: they check the signature, refuse what is stale, and drop what they have.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function webhookReceiver({ sites, events, now }: ReceiverOptions) {
  return (request: PartnerRequest): PartnerAnswer => {
    const site = sites.find(({ name }) => request.url.pathname === `/hooks/${name}`)
    if (site === undefined) return json(404, { error: 'no such site' })
    if (request.method !== 'POST') return json(405, { error: 'only POST' }, { allow: 'POST' })

    const refusal = refuse(request, site, now())
    if (refusal !== null) return refusal
    const webhookId = request.headers.get('webhook-id') ?? ''
    const known = events.find((event) => event.site === site.name && event.webhookId === webhookId)
    if (known !== undefined) known.repeats += 1
    if (known !== undefined) return { status: 204 }

    const body = bodyShape.safeParse(parseJson(request.body))
    if (!body.success) return json(400, { error: 'not an event' })
    if (body.data.type !== 'ping')
      events.push({ ...body.data, webhookId, site: site.name, receivedAt: now().toISOString(), repeats: 0 })
    return { status: 204 }
  }
}

function refuse({ headers, body }: PartnerRequest, { secret }: WebhookSite, now: Date): PartnerAnswer | null {
  const id = headers.get('webhook-id') ?? ''
  const timestamp = headers.get('webhook-timestamp') ?? ''
  if (id === '' || !/^\d+$/.test(timestamp)) return json(400, { error: 'unsigned' })

  const signed = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
  const expected = signed.update(`${id}.${timestamp}.`).update(body).digest()
  const signatures = (headers.get('webhook-signature') ?? '').split(' ').map((entry) => entry.split(','))
  const matches = signatures.some(([version, signature = '']) => {
    const given = Buffer.from(signature, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
  if (!matches) return json(401, { error: 'wrong signature' })
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_S) return json(400, { error: 'stale' })
  return null
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    // No event has this shape, so it is refused as one.
    return undefined
  }
}

/** What a site shows after all that it was told: the last word on each item and language. */
export function shownBy(site: string, events: readonly ReceivedEvent[]): ReceivedEvent[] {
  const shown = new Map<string, ReceivedEvent>()
  for (const event of events.filter((each) => each.site === site)) {
    const { collection, id, locale } = event.data
    const name = [collection, id, locale].join('/')
    shown.delete(name)
    if (event.type !== 'item.withdrawn') shown.set(name, event)
  }
  return [...shown.values()]
}
