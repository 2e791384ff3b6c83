import { type EngineAsk, loopbackEngine, loopbackTranslation } from './loopback-engine.ts'

interface FakeETranslationOptions {
  readonly user?: string
  readonly password?: string
  readonly pairs?: readonly string[]
}

interface Accepted {
  readonly requestId: number
  readonly target: string
  readonly externalReference: string
  readonly callbackUrl: string
  readonly document: string
  readonly mangle: (markup: string) => string
}

/** How many it works on at once for one account. */
const CONCURRENT = 50

/**
 * eTranslation on loopback. It calls nobody back by itself: a test asks for the callback and posts it, once, twice, late or
 * never. https://language-tools.ec.europa.eu/assets/downloads/eTranslation-RestV2.yaml
 */
export async function fakeETranslation({
  user = 'emissary',
  password = 'secret',
  pairs = ['EN-DE', 'EN-FR', 'EN-EL', 'DE-EN'],
}: FakeETranslationOptions = {}) {
  const accepted: Accepted[] = []
  let quota = CONCURRENT
  const answer = ({ path, headers, body, mangle }: EngineAsk) => {
    if (headers.authorization !== `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`)
      return { status: 401, body: { error: 'Unauthorized' } }
    if (path === '/getDomains')
      return { status: 200, body: { GEN: { name: 'General', languagePairs: pairs } } }
    const asked = JSON.parse(body)
    const [target = ''] = asked.targetLanguages
    if (!pairs.includes(`${asked.sourceLanguage}-${target}`))
      return { status: 200, body: { requestId: -20003 } }
    if (accepted.length >= quota) return { status: 200, body: { requestId: -11200 } }
    const requestId = 1000 + accepted.length
    accepted.push({
      requestId,
      target,
      externalReference: asked.callerInformation.externalReference,
      callbackUrl: asked.deliveries.http,
      document: Buffer.from(asked.documentToTranslate.document.content, 'base64').toString('utf8'),
      mangle,
    })
    return { status: 200, body: { requestId } }
  }
  const server = await loopbackEngine(answer, ({ path }) => path === '/askTranslate')

  const base = ({ requestId, target, externalReference }: Accepted) => ({
    requestId,
    sourceLanguage: 'EN',
    targetLanguage: target,
    externalReference,
  })
  return Object.assign(server, {
    user,
    password,
    accepted: (): readonly Accepted[] => accepted,
    /** Nothing more is taken once it works on so many. */
    limit: (requests: number): void => {
      quota = requests
    },
    /** What it posts to `callbackUrl` when it is done. */
    deliveryOf: (request: Accepted): string => {
      const body = /<body>([\s\S]*)<\/body>/u.exec(request.document)?.[1] ?? ''
      const translated = request.mangle(loopbackTranslation(body, request.target.toLowerCase()))
      const document = request.document.replace(body, () => translated)
      const result = Buffer.from(document).toString('base64')
      return JSON.stringify({ ...base(request), outputFormat: 'html', result })
    },
    /** What it posts when it could not. */
    failureOf: (request: Accepted, errorCode: number): string =>
      JSON.stringify({ ...base(request), errorCode, errorMessage: 'no' }),
    /** What it posts to say that a delivery is under way. */
    noticeOf: (request: Accepted): string => JSON.stringify(base(request)),
  })
}
