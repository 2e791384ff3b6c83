import { mastodon } from './mastodon.ts'
import { press } from './press.ts'
import type { Service } from './service.ts'
import { webhook } from './webhook.ts'
import { wordpress } from './wordpress.ts'

/** The one place that knows which services there are. */
export const services: readonly Service[] = [mastodon, press, webhook, wordpress]

/** Null: there is none of that name. */
export const serviceNamed = (name: string): Service | null =>
  services.find((service) => service.name === name) ?? null
