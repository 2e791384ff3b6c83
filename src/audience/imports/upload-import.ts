import { answer, officersOnly } from '../officers-only.ts'
import { withoutAddresses } from './evidence.ts'
import { faultAnswer } from './import-answers.ts'
import { receiveImport } from './receive-import.ts'

const LONGEST_NAME = 200

/** The body is the file: it goes to the disk as it comes. */
export const uploadImport = officersOnly(async ({ req, userId, t }) => {
  const { name } = req.query
  // Kept with who looked: it must not hold what an erasure would have to find.
  const fileName = withoutAddresses(typeof name === 'string' ? name.trim() : '').slice(0, LONGEST_NAME)
  try {
    const id = await receiveImport(req.payload, {
      fileName: fileName === '' ? 'list.csv' : fileName,
      body: req.body === null || req.body === undefined ? nothing() : chunksOf(req.body),
      actor: userId,
    })
    return answer(201, { id })
  } catch (error) {
    return faultAnswer(error, t)
  }
})

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let isRead = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) {
        isRead = true
        return
      }
      yield value
    }
  } finally {
    // Whoever sends more than is taken need not send the rest.
    if (!isRead) await reader.cancel()
  }
}
