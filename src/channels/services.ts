import { discord } from './discord.ts'
import { facebook } from './facebook.ts'
import { indexnow } from './indexnow.ts'
import { linkedin } from './linkedin.ts'
import { mastodon } from './mastodon.ts'
import type { Service } from './service.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'
import { webhook } from './webhook.ts'
import { websub } from './websub.ts'
import { x } from './x.ts'
import { zenodo } from './zenodo.ts'

/** The one place that knows which services there are. */
export const services: readonly Service[] = [
  discord,
  facebook,
  indexnow,
  linkedin,
  mastodon,
  slack,
  teams,
  webhook,
  websub,
  x,
  zenodo,
]

/** Null: there is none of that name. */
export const serviceNamed = (name: string): Service | null =>
  services.find((service) => service.name === name) ?? null
