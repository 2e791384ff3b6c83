import { ChannelError } from './channel-error.ts'

/** For `catch`, where it is as well that there is nothing there. */
export function unlessMissing(error: unknown): null {
  if (error instanceof ChannelError && error.reason === 'missing') return null
  throw error
}
