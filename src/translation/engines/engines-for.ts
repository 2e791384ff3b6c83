import type { Env } from '../../env.ts'
import { requester } from '../../network/request.ts'
import { deepl } from './deepl.ts'
import type { Engine, EngineName } from './engine.ts'
import { eTranslation } from './etranslation.ts'
import { libreTranslate } from './libretranslate.ts'
import { pseudo } from './pseudo.ts'

/** The engines that this installation may use, by name, in the order in which they are offered. */
export type Engines = ReadonlyMap<EngineName, Engine>

type EngineSettings = Pick<
  Env,
  | 'ETRANSLATION_USER'
  | 'ETRANSLATION_PASSWORD'
  | 'ETRANSLATION_URL'
  | 'DEEPL_API_KEY'
  | 'DEEPL_URL'
  | 'LIBRETRANSLATE_URL'
  | 'LIBRETRANSLATE_API_KEY'
  | 'PSEUDO_TRANSLATION'
  | 'EMISSARY_DEMO'
  | 'ALLOWED_PRIVATE_HOSTS'
>

/** Opens what is configured. Empty: there is none, and people translate. */
export function enginesFor(env: EngineSettings): Engines {
  const request = requester({ allowedPrivateHosts: env.ALLOWED_PRIVATE_HOSTS })
  const engines: Engine[] = []
  const { ETRANSLATION_USER: user, ETRANSLATION_PASSWORD: password } = env
  if (user !== undefined && password !== undefined)
    engines.push(eTranslation({ user, password, url: env.ETRANSLATION_URL }, request))
  if (env.DEEPL_API_KEY !== undefined) engines.push(deepl({ apiKey: env.DEEPL_API_KEY, url: env.DEEPL_URL }))
  if (env.LIBRETRANSLATE_URL !== undefined)
    engines.push(libreTranslate({ url: env.LIBRETRANSLATE_URL, apiKey: env.LIBRETRANSLATE_API_KEY }, request))
  if (env.PSEUDO_TRANSLATION || env.EMISSARY_DEMO) engines.push(pseudo)
  return new Map(engines.map((engine) => [engine.name, engine]))
}
