/**
 * Node's options for a worker; `npm run worker` has the same. V8 fills what memory it may have before it tidies up, and
 * loading Payload alone would fill 370 MB. A bound of the heap would end a worker that needs more for a moment, so a full
 * collection begins after a fifth of growth instead, on two threads; and without the compiler in the middle, which keeps 5 MB
 * and makes nothing here faster.
 */
export const workerOptions = [
  '--max-semi-space-size=4',
  '--heap-growing-percent=20',
  '--v8-pool-size=2',
  '--no-maglev',
] as const
