import { signToken, verifyToken } from '../../secrets/signed-token.ts'
import type { EngineName } from '../engines/engine.ts'

const purposeOf = (engine: EngineName): string => `translation-callback-${engine}`

/** Where an engine delivers what was asked for. Nobody else can guess it. */
export const callbackUrl = (publicUrl: string, engine: EngineName, requestId: string): URL =>
  new URL(`/api/translation/${engine}/${signToken(purposeOf(engine), [requestId])}`, publicUrl)

/** The request that an engine calls back for. Null: the token is not ours. */
export const requestOfCallback = (engine: EngineName, token: string): string | null =>
  verifyToken(purposeOf(engine), token)?.[0] ?? null
