import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A domain as the service describes it. https://resend.com/docs/api-reference/domains/get-domain */
interface ResendDomain {
  readonly name: string
  readonly status: string
  readonly open_tracking?: boolean
  readonly click_tracking?: boolean
  readonly records?: readonly {
    readonly type: string
    readonly name: string
    readonly value: string
    readonly status: string
  }[]
}

/** Of a key that may do nothing but send. https://resend.com/docs/api-reference/errors */
export const SENDING_KEY = 're_sending'

/** The part of the mail service on loopback that knows domains. */
export async function fakeResendDomains(domains: readonly ResendDomain[], apiKey = 're_test') {
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (request.headers.authorization === `Bearer ${SENDING_KEY}`)
      return answer(401, { statusCode: 401, name: 'restricted_api_key', message: 'no' })
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return answer(403, { statusCode: 403, name: 'invalid_api_key', message: 'no' })
    const [, asked] = /^\/domains(?:\/([^/?]+))?/.exec(request.url ?? '') ?? []
    const described = domains.map((domain, index) => ({ id: `domain-${index}`, ...domain }))
    if (asked === undefined)
      return answer(200, {
        object: 'list',
        data: described.map(({ id, name, status }) => ({ id, name, status })),
      })
    const found = described.find(({ id }) => id === asked)
    return found === undefined
      ? answer(404, { statusCode: 404, name: 'not_found', message: 'no' })
      : answer(200, { object: 'domain', ...found })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}
