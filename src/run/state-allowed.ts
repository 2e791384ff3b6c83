import type { ServerResponse } from 'node:http'

/**
 * Has a response that refuses a method say which are allowed, where it does not.
 * @param allowed as `Allow` has them. Null: the response says so itself.
 */
export function stateAllowed(response: ServerResponse, allowed: () => string | null): void {
  const writeHead = response.writeHead.bind(response)
  // However a response is begun, it comes by here.
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const methods = status === 405 && !response.hasHeader('allow') ? allowed() : null
    if (methods !== null) response.setHeader('Allow', methods)
    return Reflect.apply(writeHead, response, [status, ...rest])
  }
}
