import { parentPort, threadId } from 'node:worker_threads'

import { answerTasks } from '../newsletter/rendering/thread.ts'

/** What may go wrong in a thread, on request. */
const tasks = {
  whichThread: () => threadId,
  double: (value: number) => value * 2,
  refuse: (why: string) => {
    throw new RangeError(why)
  },
  neverEnd: () => new Promise<never>(() => undefined),
  spin: () => {
    for (;;);
  },
  crash: () => {
    setImmediate(() => {
      throw new Error('out of order')
    })
    return new Promise<never>(() => undefined)
  },
  leave: (code: number) => process.exit(code),
}

export type UnrulyTasks = typeof tasks

answerTasks(parentPort, tasks)
