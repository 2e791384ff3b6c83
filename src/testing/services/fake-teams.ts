import { loopbackApi } from './loopback-api.ts'

/** Ends the address of the one workflow that there is. */
export const teamsSignature = 'sig-1'
export const teamsPath = (signature: string): string =>
  `/workflows/w1/triggers/manual/paths/invoke?api-version=2016-06-01&sig=${signature}`

interface Run {
  readonly type: string
  readonly text: string
  readonly selectAction?: { readonly url: string }
}

interface Card {
  readonly type: string
  readonly lang: string
  readonly rtl?: boolean
  readonly body: readonly {
    readonly type: string
    readonly inlines?: readonly Run[]
    readonly altText?: string
  }[]
}

/** A workflow made from the template: it posts every card of a message, and takes nothing but cards. */
export async function startFakeTeams() {
  const cards: Card[] = []
  const service = await loopbackApi(({ method, url, headers, bytes, body }) => {
    const error = (status: number, code: string) => ({ status, body: { error: { code } } })
    if (url.pathname !== '/workflows/w1/triggers/manual/paths/invoke') return error(404, 'WorkflowNotFound')
    if (url.searchParams.get('sig') !== teamsSignature) return error(401, 'DirectApiAuthorizationRequired')
    if (method !== 'POST' || !headers['content-type']?.startsWith('application/json'))
      return error(400, 'InvalidRequestContent')
    if (bytes.length > 28_000) return error(413, 'RequestEntityTooLarge')
    const { type, attachments } = JSON.parse(body)
    if (type !== 'message' || !Array.isArray(attachments)) return error(400, 'InvalidRequestContent')
    for (const { contentType, content } of attachments) {
      if (contentType !== 'application/vnd.microsoft.card.adaptive' || content.type !== 'AdaptiveCard')
        return error(400, 'InvalidCard')
      if (content.body.some((block: { type: string }) => !['RichTextBlock', 'Image'].includes(block.type)))
        return error(400, 'InvalidCard')
      cards.push(content)
    }
    return { status: 202 }
  })
  const runsOf = ({ body }: Card): Run[] => body.flatMap(({ inlines = [] }) => inlines)
  return {
    ...service,
    cards,
    standing: () =>
      cards.flatMap((card) =>
        runsOf(card).flatMap(({ selectAction }) => (selectAction === undefined ? [] : [selectAction.url])),
      ),
    newestText: () =>
      cards
        .slice(-1)
        .flatMap(runsOf)
        .map(({ text }) => text)
        .join('\n'),
  }
}
