import { type EngineAsk, loopbackEngine, loopbackTranslation } from './loopback-engine.ts'

interface FakeLibreTranslateOptions {
  /** Null: it asks for no key. */
  readonly apiKey?: string | null
  readonly languages?: readonly string[]
}

/** LibreTranslate on loopback. https://docs.libretranslate.com */
export async function fakeLibreTranslate({
  apiKey = 'lt-key',
  languages = ['en', 'de', 'fr', 'el', 'ar'],
}: FakeLibreTranslateOptions = {}) {
  let characters = 0
  const answer = ({ path, body, mangle }: EngineAsk) => {
    if (path === '/languages')
      return { status: 200, body: languages.map((code) => ({ code, name: code, targets: languages })) }
    const { q, source, target, api_key } = JSON.parse(body)
    if (apiKey !== null && api_key !== apiKey) return { status: 403, body: { error: 'Invalid API key' } }
    if (!languages.includes(source) || !languages.includes(target))
      return { status: 400, body: { error: `${target} is not supported` } }
    characters += q.join('').length
    return {
      status: 200,
      body: { translatedText: q.map((text: string) => mangle(loopbackTranslation(text, target))) },
    }
  }
  const server = await loopbackEngine(answer, ({ path }) => path === '/translate')
  return Object.assign(server, { apiKey, characters: () => characters })
}
