import { type ApiReply, loopbackApi } from './loopback-api.ts'

const PATH = '/services/T0EMISSARY/B0EMISSARY/'
/** Ends the address of the one webhook that there is. */
export const slackToken = 'x1y2z3'

interface Element {
  readonly type: 'text' | 'link'
  readonly text?: string
  readonly url?: string
}

interface Message {
  readonly text: string
  readonly elements: readonly Element[]
  readonly image: { readonly image_url: string; readonly alt_text: string } | null
}

const refused = (status: number, body: string): ApiReply => ({ status, body })

/** Slack, with one incoming webhook. It refuses what Slack refuses, and letters that should have been escaped. */
export async function startFakeSlack() {
  const messages: Message[] = []
  const service = await loopbackApi(({ method, url, headers, body }) => {
    if (!url.pathname.startsWith(PATH)) return refused(404, 'no_team')
    if (url.pathname !== `${PATH}${slackToken}`) return refused(403, 'invalid_token')
    if (method !== 'POST' || !headers['content-type']?.startsWith('application/json'))
      return refused(400, 'invalid_payload')
    const { text = '', blocks = [], ...rest } = JSON.parse(body)
    if (text === '') return refused(400, 'no_text')
    if (/<|>|&(?!amp;|lt;|gt;)/.test(text) || rest.unfurl_links !== false)
      return refused(400, 'invalid_payload')
    if (text.length > 40_000) return refused(400, 'msg_too_long')
    const [rich, image = null] = blocks
    if (rich?.type !== 'rich_text' || (image !== null && !image.alt_text))
      return refused(400, 'invalid_blocks')
    messages.push({ text, elements: rich.elements[0].elements, image })
    return { status: 200, body: 'ok' }
  })
  return {
    ...service,
    messages,
    standing: () =>
      messages.flatMap(({ elements }) => elements.flatMap(({ url }) => (url === undefined ? [] : [url]))),
    newestText: () =>
      messages
        .at(-1)
        ?.elements.map(({ text, url }) => text ?? url)
        .join('') ?? '',
  }
}
