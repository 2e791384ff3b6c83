/** A request as a partner sees it: read to the end. */
export interface PartnerRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: Buffer
}

export interface PartnerAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): PartnerAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
})
