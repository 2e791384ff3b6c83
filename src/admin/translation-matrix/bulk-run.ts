/** One request of a long piece of work. */
export interface Step {
  /** What it is about, and where that is found. */
  readonly title: string
  readonly href: string
  /** @returns why it was not done; null: it was. */
  readonly run: () => Promise<string | null>
}

interface Failure extends Pick<Step, 'title' | 'href'> {
  readonly reason: string
}

export interface Progress {
  readonly done: number
  readonly failures: readonly Failure[]
}

/**
 * Takes the steps one after the other, so that a server is asked one thing at a time and each failure is known by name. A
 * failed step holds up no other. Once `signal` is aborted no further step begins.
 */
export async function runSteps(
  steps: readonly Step[],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  let progress: Progress = { done: 0, failures: [] }
  for (const { title, href, run } of steps) {
    if (signal.aborted) break
    const reason = await run()
    progress = {
      done: progress.done + 1,
      failures: reason === null ? progress.failures : [...progress.failures, { title, href, reason }],
    }
    onProgress(progress)
  }
  return progress
}
