/** How far the loading is. */
interface DemoProgress {
  readonly step: DemoStep
  readonly done: number
  readonly total: number
}

export type DemoStep =
  | 'vocabularies'
  | 'organisations'
  | 'pictures'
  | 'pages'
  | 'items'
  | 'history'
  | 'reviews'
  | 'channels'
  | 'newest'
  | 'letters'
  | 'readers'
  | 'translations'

export type OnProgress = (progress: DemoProgress) => void

/** Does the work for each entry in turn, and says after each how far it is. */
export async function eachInTurn<Entry>(
  step: DemoStep,
  entries: readonly Entry[],
  onProgress: OnProgress,
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  const total = entries.length
  onProgress({ step, done: 0, total })
  for (const [index, entry] of entries.entries()) {
    await work(entry)
    onProgress({ step, done: index + 1, total })
  }
}
