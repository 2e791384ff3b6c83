import { type ApiCall, loopbackApi } from './loopback-api.ts'

const PATH = '/api/webhooks/1100000000000000001/'
/** Ends the address of the one webhook that there is. */
export const discordToken = 'x1-y2_z3'

interface Picture {
  readonly filename: string
  readonly description: string
}

interface Message {
  readonly id: string
  content: string
  attachments: readonly Picture[]
}

/** What a reader sees of Discord's markup. */
const shown = (content: string): string =>
  content
    .replace(/<(https?:\/\/[^>]+)>/g, '$1')
    .replaceAll('**', '')
    .replace(/\\(.)/g, '$1')

const problem = (status: number, code: number, message: string) => ({ status, body: { code, message } })

/** Discord, with one webhook. It refuses what Discord refuses, and a message that could call people. */
export async function startFakeDiscord() {
  const messages = new Map<string, Message>()
  let latest = 1200000000000000000n
  const answerOf = ({ id, content, attachments }: Message) => ({
    status: 200,
    body: { id, channel_id: '1000000000000000002', content, attachments },
  })
  const service = await loopbackApi((call) => {
    const { method, url } = call
    if (!url.pathname.startsWith(PATH)) return problem(404, 10015, 'Unknown Webhook')
    const [token, , id] = url.pathname.slice(PATH.length).split('/')
    if (token !== discordToken) return problem(401, 50027, 'Invalid Webhook Token')
    if (id === undefined && method === 'GET')
      return {
        status: 200,
        body: { name: 'EMEN', channel_id: '1000000000000000002', guild_id: '1000000000000000003' },
      }
    const known = messages.get(id ?? '')
    if (id !== undefined && known === undefined) return problem(404, 10008, 'Unknown Message')
    if (method === 'GET' && known) return answerOf(known)
    if (method === 'DELETE' && known) {
      messages.delete(known.id)
      return { status: 204 }
    }
    const posted = read(call)
    if (posted === null) return problem(400, 50035, 'Invalid Form Body')
    if (method === 'PATCH' && known) return answerOf(Object.assign(known, posted))
    if (method !== 'POST') return problem(405, 0, 'Method Not Allowed')
    latest += 1n
    const message = { id: String(latest), ...posted }
    messages.set(message.id, message)
    return url.searchParams.get('wait') === 'true' ? answerOf(message) : { status: 204 }
  })
  const all = () => [...messages.values()]
  return {
    ...service,
    messages: all,
    /** What somebody else who knows the webhook makes of a message. */
    rewrite: (content: string) => {
      for (const message of all()) message.content = content
    },
    standing: () => all().flatMap(({ content }) => shown(content).match(/https:\/\/emen\.example\S*/) ?? []),
    newestText: () => shown(all().at(-1)?.content ?? ''),
  }
}

/** Null: not as Discord takes it. */
function read({ headers, body }: ApiCall): Pick<Message, 'content' | 'attachments'> | null {
  const [, boundary] = /^multipart\/form-data; ?boundary=(.+)$/.exec(headers['content-type'] ?? '') ?? []
  if (boundary === undefined) return null
  const parts = body.split(`--${boundary}`)
  const [, json = '{}'] = parts.find((part) => part.includes('name="payload_json"'))?.split('\r\n\r\n') ?? []
  const { content = '', attachments = [], allowed_mentions: mentions } = JSON.parse(json)
  const files = parts.filter((part) => part.includes('name="files['))
  const isCalm = JSON.stringify(mentions) === '{"parse":[]}'
  const isWhole = files.length === attachments.length && attachments.every(described)
  const fits = content.length > 0 && content.length <= 2_000
  return isCalm && isWhole && fits && !calling.test(content) ? { content, attachments } : null
}

const described = ({ description = '' }: Picture): boolean =>
  description.length > 0 && description.length <= 1_024

/** A mention that nobody escaped. */
const calling = /(?<!\\)(<[@#]|@everyone|@here)/
