import type { Locale as ConfiguredLocale, PayloadRequest } from 'payload'
import { enabledLocales } from './enabled-locales.ts'
import { chosenLocales } from './locales-to-publish.ts'

/** Languages that the admin offers, and that "publish all" means. */
export async function availableLocales({
  locales,
  req,
}: {
  readonly locales: readonly ConfiguredLocale[]
  readonly req: PayloadRequest
}): Promise<ConfiguredLocale[]> {
  const available: readonly string[] = chosenLocales(req.context) ?? (await enabledLocales(req))
  return locales.filter(({ code }) => available.includes(code))
}
