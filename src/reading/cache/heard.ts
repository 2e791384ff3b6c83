import type { MessagePort } from 'node:worker_threads'

/** What the thread that listens is started with. */
export interface ThreadData {
  readonly connectionString: string
  readonly shared: Int32Array
  readonly port: MessagePort
}

/** What the thread tells, in order. */
export type Heard =
  | { readonly kind: 'changed'; readonly tags: readonly string[] }
  | { readonly kind: 'listening' }
  | { readonly kind: 'lost'; readonly why: string | null }

/** Places in what both threads see. Moments are whole milliseconds as 32 bits, of which only differences are looked at. */
export const TOLD = 0
export const PROVEN_UP_TO = 1
export const IS_LISTENING = 2
export const PLACES = 3
