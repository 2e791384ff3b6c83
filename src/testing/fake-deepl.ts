import { type EngineAsk, loopbackEngine, loopbackTranslation } from './loopback-engine.ts'

interface FakeDeepLOptions {
  readonly apiKey?: string
  /** Characters that the account may still have translated. */
  readonly quota?: number
}

const sources = ['EN', 'DE', 'FR', 'EL', 'AR']
const targets = [
  { language: 'EN-GB', supports_formality: false },
  { language: 'DE', supports_formality: true },
  { language: 'FR', supports_formality: true },
  { language: 'EL', supports_formality: false },
  { language: 'AR', supports_formality: false },
]

/** DeepL on loopback, as far as its client asks. https://developers.deepl.com/docs */
export async function fakeDeepL({ apiKey = 'deepl-key', quota = 1_000_000 }: FakeDeepLOptions = {}) {
  let characters = 0
  const answer = ({ path, headers, body, mangle }: EngineAsk) => {
    if (headers.authorization !== `DeepL-Auth-Key ${apiKey}`)
      return { status: 403, body: { message: 'Forbidden' } }
    if (path.startsWith('/v2/languages'))
      return {
        status: 200,
        body: path.includes('target')
          ? targets.map((each) => ({ ...each, name: each.language }))
          : sources.map((language) => ({ language, name: language })),
      }
    const form = new URLSearchParams(body)
    const target = form.get('target_lang') ?? ''
    const texts = form.getAll('text')
    if (!targets.some(({ language }) => language === target.toUpperCase()) || texts.length > 50)
      return { status: 400, body: { message: 'Value for target_lang not supported' } }
    if (form.get('tag_handling') !== 'xml') return { status: 400, body: { message: 'marks would be lost' } }
    const asked = texts.join('').length
    if (characters + asked > quota) return { status: 456, body: { message: 'Quota Exceeded' } }
    characters += asked
    return {
      status: 200,
      body: {
        translations: texts.map((text) => ({
          detected_source_language: form.get('source_lang'),
          text: mangle(loopbackTranslation(text, target.toLowerCase())),
        })),
      },
    }
  }
  const server = await loopbackEngine(answer, ({ path }) => path === '/v2/translate')
  return Object.assign(server, { apiKey, characters: () => characters })
}
