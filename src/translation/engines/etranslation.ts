import { z } from 'zod'

import { type Locale, locales } from '../../i18n/locales.ts'
import type { Requester } from '../../network/request.ts'
import { askEngine, parseAnswer } from './ask-engine.ts'
import type { Engine, PairCapability } from './engine.ts'
import { EngineError } from './engine-error.ts'
import { documentOf, reasonOfCode, receiveDelivery } from './etranslation-documents.ts'
import { remembered } from './remembered.ts'

interface ETranslationAccount {
  readonly user: string
  readonly password: string
  /** Undefined: the Commission's. */
  readonly url: string | undefined
}

const URL_OF_THE_COMMISSION = 'https://language-tools.ec.europa.eu/etranslation/api/'
/** Of texts in general. There are others for law and for finance. */
const DOMAIN = 'GEN'
const BYTES_OF_A_DOCUMENT = 20 * 1024 ** 2

const accepted = z.object({ requestId: z.number().int() })
const domains = z.record(z.string(), z.object({ languagePairs: z.array(z.string()) }))

const codeOf = (locale: Locale): string => locale.toUpperCase()

/**
 * The European Commission's machine translation, REST v2. It takes a request, and calls back with the result once, twice or
 * never. Pieces travel as one HTML document: its text snippets have no way to tell pieces or marks apart.
 * https://language-tools.ec.europa.eu/assets/downloads/eTranslation-RestV2.yaml
 */
export function eTranslation({ user, password, url }: ETranslationAccount, request: Requester): Engine {
  const base = url === undefined ? URL_OF_THE_COMMISSION : url.endsWith('/') ? url : `${url}/`
  const { host } = new URL(base)
  const headers = {
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  return {
    name: 'etranslation',
    mode: 'calls-back',
    isMetered: true,
    writesLanguage: true,
    limits: { pieces: 5_000, characters: 2_000_000 },
    capabilities: remembered(async ({ signal, now }: { signal: AbortSignal; now: Date }) => {
      const asked = await askEngine(
        { url: new URL('getDomains', base), method: 'GET', headers, signal },
        { request, now },
      )
      return pairsOf(parseAnswer(asked, domains, host)[DOMAIN]?.languagePairs ?? [])
    }),
    async translate({ source, target, pieces }, { signal, now, reference, callbackUrl }) {
      const content = Buffer.from(documentOf(pieces, source)).toString('base64')
      if (content.length > BYTES_OF_A_DOCUMENT)
        throw new EngineError('too-large', 'the document is too large')
      const answer = await askEngine(
        {
          url: new URL('askTranslate', base),
          method: 'POST',
          headers,
          body: JSON.stringify({
            callerInformation: { externalReference: reference, username: user },
            documentToTranslate: { document: { format: 'html', content } },
            sourceLanguage: codeOf(source),
            targetLanguages: [codeOf(target)],
            domain: DOMAIN,
            notifications: { success: { http: callbackUrl.href }, failure: { http: callbackUrl.href } },
            deliveries: { http: callbackUrl.href },
          }),
          signal,
        },
        { request, now },
      )
      const { requestId } = parseAnswer(answer, accepted, host)
      // It says what it objects to with a 200 and a negative number.
      if (requestId < 0) throw new EngineError(reasonOfCode(requestId), `${host} answered ${requestId}`)
      return { kind: 'accepted', providerReference: String(requestId) }
    },
    receive: receiveDelivery,
  }
}

function pairsOf(known: readonly string[]): PairCapability[] {
  const pairs = new Set(known.map((pair) => pair.toUpperCase()))
  return locales.flatMap((source) =>
    locales
      .filter((target) => pairs.has(`${codeOf(source)}-${codeOf(target)}`))
      .map((target) => ({ source, target, formality: false, glossary: false })),
  )
}
