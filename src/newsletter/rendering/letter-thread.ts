import { join } from 'node:path'

import type { LetterTasks } from './letter-tasks.ts'
import { type Thread, thread } from './thread.ts'

/** A letter takes a fifth of a second at most, the first one, with the start of the thread, one second. */
const TIMEOUT_MS = 20_000
/** The thread holds about 60 MB while it is there. */
const IDLE_MS = 60_000

/** The web server's bundles hold this module more than once; the thread is one for all of them. */
const place = Symbol.for('emissary.letter-thread')
const shared = globalThis as { [place]?: Thread<LetterTasks> }

/**
 * The thread in which letters are rendered and looked over, one a process. Node runs the file as it lies in the project:
 * the web server's bundler neither sees nor moves it.
 */
export function letterThread(): Thread<LetterTasks> {
  shared[place] ??= thread<LetterTasks>({
    file: join(process.cwd(), 'src', 'newsletter', 'rendering', 'letter-worker.ts'),
    timeoutMs: TIMEOUT_MS,
    idleMs: IDLE_MS,
  })
  return shared[place]
}
