import { z } from 'zod'

import { type Locale, locales } from '../../i18n/locales.ts'
import type { Requester } from '../../network/request.ts'
import { askEngine, parseAnswer } from './ask-engine.ts'
import type { Engine, PairCapability } from './engine.ts'
import { EngineError } from './engine-error.ts'
import { remembered } from './remembered.ts'

interface LibreTranslateAccount {
  readonly url: string
  /** Undefined: the server asks for none. */
  readonly apiKey: string | undefined
}

const languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()) }))
const answer = z.object({ translatedText: z.array(z.string()) })

/** What it calls the languages that it does not call as we do. https://docs.libretranslate.com/api/operations/languages/ */
const codes: Readonly<Partial<Record<Locale, string>>> = { ku: 'kmr' }
const codeOf = (locale: Locale): string => codes[locale] ?? locale

/** LibreTranslate, on a server of one's own or as a service. https://docs.libretranslate.com */
export function libreTranslate({ url, apiKey }: LibreTranslateAccount, request: Requester): Engine {
  const base = url.endsWith('/') ? url : `${url}/`
  const { host } = new URL(base)
  const key = apiKey === undefined ? {} : { api_key: apiKey }
  const capabilities = remembered(async ({ signal, now }: { signal: AbortSignal; now: Date }) => {
    const asked = await askEngine(
      { url: new URL('languages', base), method: 'GET', signal },
      { request, now },
    )
    return pairsOf(parseAnswer(asked, languages, host))
  })
  return {
    name: 'libretranslate',
    mode: 'answers',
    isMetered: true,
    writesLanguage: true,
    // Small models translate some hundred characters a second; a request must end before the network's own limit.
    limits: { pieces: 10, characters: 2_000 },
    capabilities,
    async translate({ source, target, pieces }, { signal, now }) {
      const asked = await askEngine(
        {
          url: new URL('translate', base),
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            q: pieces.map(({ markup }) => markup),
            source: codeOf(source),
            target: codeOf(target),
            format: 'html',
            ...key,
          }),
          signal,
        },
        // Its message for a language that it does not have is a 400 like any other; pairs are checked before.
        { request, now },
      )
      const { translatedText } = parseAnswer(asked, answer, host)
      if (translatedText.length !== pieces.length)
        throw new EngineError('unclear', `${host} answered another number of texts than it was sent`)
      return {
        kind: 'answered',
        pieces: pieces.map(({ id }, index) => ({ id, markup: translatedText[index] ?? '' })),
      }
    },
  }
}

function pairsOf(known: z.infer<typeof languages>): PairCapability[] {
  const targets = new Map(known.map(({ code, targets: reached }) => [code, new Set(reached)]))
  return locales.flatMap((source) =>
    locales
      .filter((target) => target !== source && targets.get(codeOf(source))?.has(codeOf(target)))
      .map((target) => ({ source, target, formality: false, glossary: false })),
  )
}
