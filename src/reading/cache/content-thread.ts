import { workerData } from 'node:worker_threads'
import { contentLine } from './content-line.ts'
import { type Heard, IS_LISTENING, PROVEN_UP_TO, type ThreadData, TOLD } from './heard.ts'

const { connectionString, shared, port } = workerData as ThreadData

/** It is counted once it can be taken, so whoever sees the count finds it. */
function tell(heard: Heard): void {
  port.postMessage(heard)
  Atomics.add(shared, TOLD, 1)
}

contentLine({
  connectionString,
  onChange: (tags) => tell({ kind: 'changed', tags }),
  onProof(moment) {
    Atomics.store(shared, PROVEN_UP_TO, moment | 0)
    Atomics.store(shared, IS_LISTENING, 1)
  },
  onLost(error) {
    Atomics.store(shared, IS_LISTENING, 0)
    tell({ kind: 'lost', why: error === null ? null : error.message })
  },
  onHeard: () => tell({ kind: 'listening' }),
})
