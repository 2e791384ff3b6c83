import { z } from 'zod'

import type { Answer, Request, Requester } from '../network/request.ts'
import type { AskOptions } from './ask.ts'
import type { RequestOptions } from './channel.ts'
import { storedMetadata } from './zenodo-metadata.ts'

/** What all versions of a record have in common. */
export const conceptId = z.coerce.string()

/** One version of a record, or a draft of one, as Zenodo tells it: https://developers.zenodo.org/#depositions */
export const deposition = z.object({
  id: z.number(),
  /** The same for all versions of a record. */
  conceptrecid: conceptId,
  submitted: z.boolean(),
  state: z.string(),
  doi: z.string().optional(),
  metadata: storedMetadata,
  files: z.array(z.object({ filename: z.string(), checksum: z.string() })).default([]),
  links: z.object({ bucket: z.string().optional(), latest_draft: z.string().optional() }),
})
export type Deposition = z.infer<typeof deposition>

/** How Zenodo is asked, and our own site. */
export interface ZenodoAccess {
  readonly baseUrl: string
  /** Asks Zenodo, signed in. */
  ask(
    request: Omit<Request, 'url' | 'signal'> &
      Pick<AskOptions, 'effect' | 'reasons'> & { readonly path: string },
    options: RequestOptions,
  ): Promise<Answer>
  /** For our own files. */
  readonly requestOwn: Requester
}
