import { bluesky } from './bluesky.ts'
import { mastodon } from './mastodon.ts'
import { matrix } from './matrix.ts'
import type { Service } from './service.ts'
import { telegram } from './telegram.ts'
import { webhook } from './webhook.ts'

/** The one place that knows which services there are. */
export const services: readonly Service[] = [bluesky, mastodon, matrix, telegram, webhook]

/** Null: there is none of that name. */
export const serviceNamed = (name: string): Service | null =>
  services.find((service) => service.name === name) ?? null
