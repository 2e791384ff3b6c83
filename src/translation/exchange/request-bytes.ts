import type { PayloadRequest } from 'payload'

import { readWithin } from '../../network/read-within.ts'
import { MAX_BYTES } from './read-xliff.ts'

/** For what stands around the file in a form. */
const MAX_AROUND_BYTES = 64 * 1024

export const requestFaults = ['too-large', 'no-file', 'not-a-form'] as const
export type RequestFault = (typeof requestFaults)[number]

/** The file that a request brings: its whole body, or the part `file` of a form. Never reads more than one file may hold. */
export async function requestBytes({ body, headers }: PayloadRequest): Promise<Uint8Array | RequestFault> {
  const all = await readWithin(MAX_BYTES + MAX_AROUND_BYTES, body)
  if (all === null) return 'too-large'
  const type = headers.get('Content-Type') ?? ''
  return /^multipart\/form-data\b/iu.test(type) ? filePart(all, type) : all
}

async function filePart(form: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array | RequestFault> {
  try {
    const parts = await new Response(form, { headers: { 'Content-Type': type } }).formData()
    const file = parts.get('file')
    return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : 'no-file'
  } catch (error) {
    // The platform's only word for a form that is none.
    if (error instanceof TypeError) return 'not-a-form'
    throw error
  }
}
