import {
  AuthorizationError,
  ConnectionError,
  DeepLClient,
  DeepLError,
  QuotaExceededError,
  type SourceLanguageCode,
  type TargetLanguageCode,
  TooManyRequestsError,
} from 'deepl-node'

import { type Locale, locales } from '../../i18n/locales.ts'
import type { Engine, EngineOptions, PairCapability } from './engine.ts'
import { EngineError, type EngineErrorReason } from './engine-error.ts'
import { remembered } from './remembered.ts'

interface DeepLAccount {
  readonly apiKey: string
  /** Undefined: the one that goes with the key. Set by whoever runs the server, never by a person in the admin. */
  readonly url: string | undefined
}

const TIMEOUT_MS = 25_000

/** As it calls them where that is not as we do. https://developers.deepl.com/docs/getting-started/supported-languages */
const codes: Readonly<Partial<Record<Locale, string>>> = { 'fa-AF': 'prs', ku: 'kmr' }
/** English and Portuguese exist as targets only with a region. */
const targetCodes: Readonly<Partial<Record<Locale, string>>> = { ...codes, en: 'en-GB', pt: 'pt-PT' }
const sourceOf = (locale: Locale) => (codes[locale] ?? locale) as SourceLanguageCode
const targetOf = (locale: Locale) => (targetCodes[locale] ?? locale) as TargetLanguageCode

/**
 * DeepL, through its own client. That goes past our guarded network: the address comes from the environment, so nobody who
 * only signs in can choose it. The client says neither until when to wait nor, but for four, which status was answered.
 */
export function deepl({ apiKey, url }: DeepLAccount): Engine {
  const client = new DeepLClient(apiKey, {
    // One retry loop is enough: ours, which also counts.
    maxRetries: 0,
    minTimeout: TIMEOUT_MS,
    sendPlatformInfo: false,
    ...(url !== undefined && { serverUrl: url }),
  })
  return {
    name: 'deepl',
    mode: 'answers',
    isMetered: true,
    writesLanguage: true,
    // 50 texts and 128 KiB a request. https://developers.deepl.com/api-reference/translate
    limits: { pieces: 50, characters: 20_000 },
    capabilities: remembered(async ({ signal }: EngineOptions) => {
      const sources = await answered(client.getSourceLanguages(), signal)
      const targets = await answered(client.getTargetLanguages(), signal)
      return pairsOf(sources, targets)
    }),
    async translate({ source, target, pieces }, { signal }) {
      const texts = await answered(
        client.translateText(
          pieces.map(({ markup }) => markup),
          sourceOf(source),
          targetOf(target),
          {
            tagHandling: 'xml',
            ignoreTags: ['x-k'],
            preserveFormatting: true,
            splitSentences: 'nonewlines',
            // A public body says Sie and vous; languages without the choice ignore it.
            formality: 'prefer_more',
          },
        ),
        signal,
      )
      if (texts.length !== pieces.length)
        throw new EngineError('unclear', 'deepl answered another number of texts than it was sent')
      return {
        kind: 'answered',
        pieces: pieces.map(({ id }, index) => ({ id, markup: texts[index]?.text ?? '' })),
      }
    },
  }
}

interface Language {
  readonly code: string
  readonly supportsFormality?: boolean
}

function pairsOf(sources: readonly Language[], targets: readonly Language[]): PairCapability[] {
  const known = new Set(sources.map(({ code }) => code.toLowerCase()))
  const reached = new Map(targets.map((language) => [language.code.toLowerCase(), language]))
  return locales
    .filter((source) => known.has(sourceOf(source).toLowerCase()))
    .flatMap((source) =>
      locales.flatMap((target) => {
        const language = reached.get(targetOf(target).toLowerCase())
        if (language === undefined || target === source) return []
        return [{ source, target, formality: language.supportsFormality ?? false, glossary: false }]
      }),
    )
}

/** The client takes no signal, so what it does after we gave up is as unclear as any lost answer. */
async function answered<Value>(asked: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const givenUp = Promise.withResolvers<never>()
  const giveUp = (): void => givenUp.reject(new EngineError('unclear', 'deepl did not answer in time'))
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([asked, givenUp.promise])
  } catch (error) {
    if (error instanceof DeepLError)
      throw new EngineError(reasonOf(error), 'deepl did not translate', { cause: error })
    // The client reads lists of languages without looking whether they are any.
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw new EngineError('unclear', 'deepl answered something unreadable', { cause: error })
    throw error
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** Nothing was sent: no name, no route, nobody listening. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function reasonOf(error: DeepLError): EngineErrorReason {
  if (error instanceof AuthorizationError) return 'unauthorised'
  if (error instanceof QuotaExceededError) return 'quota'
  if (error instanceof TooManyRequestsError) return 'rate-limited'
  if (error instanceof ConnectionError) {
    const code = (error.error as NodeJS.ErrnoException | undefined)?.code
    return code !== undefined && neverSent.has(code) ? 'unavailable' : 'unclear'
  }
  return 'unclear'
}
