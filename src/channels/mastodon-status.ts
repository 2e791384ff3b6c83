import { z } from 'zod'

import type { Receipt } from './channel.ts'

/** https://docs.joinmastodon.org/entities/Status/. Servers that speak the same language leave much of it out. */
export const status = z.object({
  id: z.string(),
  url: z.string().nullish(),
  edited_at: z.string().nullish(),
})
export const statuses = z.array(
  status.extend({
    content: z.string(),
    created_at: z.iso.datetime({ offset: true }).nullish().catch(null),
    card: z.object({ url: z.string() }).nullish(),
  }),
)
/** https://docs.joinmastodon.org/entities/StatusSource/ */
export const source = z.object({ text: z.string() })

/** When it was last edited. Null: the server does not say. */
export const markOf = ({ edited_at }: z.infer<typeof status>): string | null =>
  edited_at === undefined ? null : (edited_at ?? 'never')

export const receiptOf = (standing: z.infer<typeof status>): Receipt => ({
  remoteId: standing.id,
  remoteUrl: standing.url ?? null,
  mark: markOf(standing),
})

/** @param remoteId a receipt's, or the address of a status that a person adopted, which ends with it. */
export const idOf = (remoteId: string): string => remoteId.split('/').at(-1) ?? ''

/** ISO 639: with a region, as in fa-AF, the server would take the account's own language instead. */
export const languageOf = (locale: string): string => new Intl.Locale(locale).language

/** Addresses that a post links to. Servers shorten what is shown, never where it leads. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
