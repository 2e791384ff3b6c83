import type { PartnerAnswer, PartnerRequest } from '../../demo/partners/exchange.ts'
import { type LoopbackApi, loopbackApi } from './loopback-api.ts'

export type LoopbackService = LoopbackApi

/** A service on this machine that is written like the demo's partners. */
export const startLoopbackService = (
  answer: (request: PartnerRequest) => PartnerAnswer | Promise<PartnerAnswer>,
): Promise<LoopbackService> =>
  loopbackApi(({ method, url, headers, bytes }) =>
    answer({ method, url, headers: new Headers(headers as Record<string, string>), body: bytes }),
  )
