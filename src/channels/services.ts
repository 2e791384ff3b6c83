import { activitypub } from './activitypub.ts'
import { bluesky } from './bluesky.ts'
import { discord } from './discord.ts'
import { facebook } from './facebook.ts'
import { indexnow } from './indexnow.ts'
import { linkedin } from './linkedin.ts'
import { mastodon } from './mastodon.ts'
import { matrix } from './matrix.ts'
import { press } from './press.ts'
import type { Service } from './service.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'
import { telegram } from './telegram.ts'
import { webhook } from './webhook.ts'
import { websub } from './websub.ts'
import { wordpress } from './wordpress.ts'
import { x } from './x.ts'
import { zenodo } from './zenodo.ts'

/** The one place that knows which services there are. */
export const services: readonly Service[] = [
  activitypub,
  bluesky,
  discord,
  facebook,
  indexnow,
  linkedin,
  mastodon,
  matrix,
  press,
  slack,
  teams,
  telegram,
  webhook,
  websub,
  wordpress,
  x,
  zenodo,
]

/** Null: there is none of that name. */
export const serviceNamed = (name: string): Service | null =>
  services.find((service) => service.name === name) ?? null

/** Names of those whose accounts can say how many follow them. */
export const countingServices: readonly string[] = services
  .filter(({ countsFollowers }) => countsFollowers)
  .map(({ name }) => name)
