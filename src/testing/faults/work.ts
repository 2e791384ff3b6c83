import { sendPersonal } from '../../dissemination/personal/send-personal.ts'
import { sendIssue } from '../../dissemination/send-issue.ts'
import type { Transport } from '../../newsletter/transports/transport.ts'
import { oneRenderer } from '../one-renderer.ts'
import type { Stage } from './stage.ts'

interface Work {
  /** In order of preference. */
  readonly transport: readonly Transport[]
  readonly signal: AbortSignal
  /** Whether mails for one person leave as well. */
  readonly hasPersonal: boolean
}

let made = 0

/** Never the same twice: what may have been taken must not be made anew. */
const renderers = oneRenderer(async (_, { kind, locale }) => ({
  locale: locale ?? (kind === 'digest' ? 'fr' : 'en'),
  subject: `${kind} ${++made}`,
  html: '<p>News <a href="{{unsubscribe_url}}">x</a></p>',
  text: 'News {{unsubscribe_url}}',
  fromName: 'EMEN',
  listName: 'News',
}))

/**
 * What one worker does until nothing is due: letters, beside them the mails that are made for one person, and then those that
 * were planned meanwhile. Answers why it gave any of it up.
 */
export async function work(
  { mortal, issueId }: Stage,
  { transport, signal, hasPersonal }: Work,
): Promise<readonly unknown[]> {
  const letters = () => sendIssue(mortal, issueId, { transport, signal })
  const personal = () => sendPersonal(mortal, { transport, signal, renderers })
  if (!hasPersonal) return faultsOf([letters()])
  return [...(await faultsOf([letters(), personal()])), ...(await faultsOf([personal()]))]
}

const faultsOf = async (jobs: readonly Promise<void>[]): Promise<readonly unknown[]> =>
  (await Promise.allSettled(jobs)).flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
