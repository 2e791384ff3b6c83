import { fork } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'

import type { Change } from './judge.ts'
import type { Message, Work } from './messages.ts'

/** A process that answers readers from memory, and changes what they read. */
export interface WebProcess extends AsyncDisposable {
  /** As an anonymous reader gets it; `past`: as it is stored. */
  read(path: string, past?: 'past'): Promise<{ readonly text: string; readonly isKept: boolean }>
  /** Settles when it has done all, with what changed for readers. One piece of work at a time. */
  change(work: Work): Promise<readonly Change[]>
}

/** Settles when it answers. It takes its settings from this process's environment. */
export async function startWebProcess(): Promise<WebProcess> {
  const child = fork(join(process.cwd(), 'src/testing/cache-truth/web-process.ts'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const said = on(child, 'message')[Symbol.asyncIterator]()
  const next = async (): Promise<Message> => {
    const gone = ended.then(() => Promise.reject(new Error('the web process ended')))
    const { value } = await Promise.race([said.next(), gone])
    return (value as [Message])[0]
  }
  const first = await next()
  if (!('url' in first)) throw new Error('the web process says where it is before anything else')
  return {
    async read(path, past) {
      const headers = past === undefined ? undefined : { 'x-api-key': 'past' }
      const answer = await fetch(first.url + path, { headers })
      return { text: await answer.text(), isKept: answer.headers.has('age') }
    },
    async change(work) {
      child.send(work)
      const done = await next()
      if (!('changes' in done)) throw new Error('the web process does not say what it changed')
      return done.changes
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
