import { createHash } from 'node:crypto'

import { type ApiCall, type ApiReply, loopbackApi } from './loopback-api.ts'

export const zenodoToken = 'zenodo-token-1'

interface Related {
  readonly identifier: string
  readonly relation: string
}

interface Metadata {
  readonly title: string
  readonly description: string
  readonly language: string
  readonly related_identifiers?: readonly Related[]
  readonly [other: string]: unknown
}

interface Stored {
  readonly id: number
  readonly concept: number
  submitted: boolean
  state: 'unsubmitted' | 'inprogress' | 'done'
  metadata: Metadata
  /** What everybody sees. */
  record: Metadata | null
  readonly files: Map<string, string>
}

const relations = new Set(['isIdenticalTo', 'isOriginalFormOf', 'isVariantFormOf', 'cites'])
const problem = (status: number, message: string): ApiReply => ({ status, body: { status, message } })

/** Zenodo, with one account. It refuses what Zenodo refuses, and serves one file of our own site beside. */
export async function startFakeZenodo() {
  const all: Stored[] = []
  const own = { file: 'first edition' }

  const shown = ({ id, concept, submitted, state, metadata, files }: Stored, { url }: ApiCall) => ({
    id,
    conceptrecid: String(concept),
    submitted,
    state,
    metadata,
    ...(submitted && { doi: `10.5072/zenodo.${id}` }),
    files: [...files].map(([filename, checksum]) => ({ filename, checksum })),
    links: {
      bucket: `${url.origin}/api/files/bucket-${id}`,
      latest_draft: `${url.origin}/api/deposit/depositions/${all.at(-1)?.id}`,
    },
  })
  const invalid = ({
    title,
    creators,
    description,
    upload_type: type,
    license,
    ...rest
  }: Metadata): boolean =>
    !title ||
    !description ||
    type !== 'publication' ||
    !(Array.isArray(creators) && creators.length > 0) ||
    typeof license !== 'string' ||
    !/^[a-z]{3}$/.test(rest.language) ||
    (rest.related_identifiers ?? []).some(({ relation }) => !relations.has(relation))
  const add = (concept: number | null, metadata: Metadata, files: ReadonlyMap<string, string>): Stored => {
    const id = 7_000_000 + all.length
    const stored: Stored = {
      id,
      concept: concept ?? id,
      submitted: false,
      state: 'unsubmitted',
      metadata,
      record: null,
      files: new Map(files),
    }
    all.push(stored)
    return stored
  }

  const act = (stored: Stored, action: string, call: ApiCall): ApiReply => {
    switch (action) {
      case 'publish':
        if (stored.state === 'done') return problem(400, 'already published')
        if (stored.files.size === 0) return problem(400, 'Minimum one file must be provided.')
        if (invalid(stored.metadata)) return problem(400, 'Validation error.')
        Object.assign(stored, { submitted: true, state: 'done', record: stored.metadata })
        return { status: 202, body: shown(stored, call) }
      case 'edit':
        if (stored.state !== 'done') return problem(400, 'state does not allow for editing')
        stored.state = 'inprogress'
        return { status: 201, body: shown(stored, call) }
      case 'discard':
        if (stored.state !== 'inprogress' || stored.record === null) return problem(400, 'nothing to discard')
        Object.assign(stored, { state: 'done', metadata: stored.record })
        return { status: 201, body: shown(stored, call) }
      case 'newversion':
        if (stored.state !== 'done') return problem(400, 'not published')
        add(stored.concept, stored.metadata, stored.files)
        return { status: 201, body: shown(stored, call) }
      default:
        return problem(404, 'no such action')
    }
  }

  const put = ({ method, bytes }: ApiCall, stored: Stored, name: string): ApiReply => {
    if (stored.submitted) return problem(403, 'the files of what is published cannot be changed')
    if (method === 'DELETE') return { status: stored.files.delete(name) ? 204 : 404 }
    stored.files.set(name, `md5:${createHash('md5').update(bytes).digest('hex')}`)
    return { status: 201, body: { key: name } }
  }

  const service = await loopbackApi((call) => {
    const { method, url, headers, body } = call
    const [, root, kind = '', name = '', ...rest] = url.pathname.split('/').map(decodeURIComponent)
    if (root === 'own') return { status: 200, body: own.file }
    const stored = all.find(({ id }) => name === String(id) || name === `bucket-${id}`)
    if (kind === 'records')
      return stored?.record
        ? { status: 200, body: { metadata: stored.record } }
        : problem(404, 'no such record')
    if (headers.authorization !== `Bearer ${zenodoToken}`) return problem(401, 'not signed in')
    if (kind === 'files') return stored ? put(call, stored, rest[0] ?? '') : problem(404, 'no such bucket')
    if (name !== 'depositions') return problem(404, 'no such resource')
    const [id, , action] = rest
    if (id === undefined) {
      if (method === 'POST')
        return { status: 201, body: shown(add(null, JSON.parse(body).metadata, new Map()), call) }
      return { status: 200, body: all.toReversed().map((each) => shown(each, call)) }
    }
    const one = all.find((each) => String(each.id) === id)
    if (one === undefined) return problem(404, 'no such deposition')
    if (action !== undefined) return act(one, action, call)
    if (method === 'GET') return { status: 200, body: shown(one, call) }
    if (one.state === 'done') return problem(403, 'it is published')
    one.metadata = JSON.parse(body).metadata
    return { status: 200, body: shown(one, call) }
  })

  const newest = () =>
    all.filter(
      ({ concept, record, id }) =>
        record !== null &&
        !all.some((other) => other.concept === concept && other.record !== null && other.id > id),
    )
  return {
    ...service,
    own,
    /** All of them, in the order in which they came to be. */
    depositions: () => all,
    /** What somebody signed in there makes of a record. */
    rewrite: (changes: Partial<Metadata>) => {
      for (const stored of newest())
        Object.assign(stored, {
          metadata: { ...stored.metadata, ...changes },
          record: { ...stored.metadata, ...changes },
        })
    },
    standing: () =>
      newest().flatMap(({ record }) =>
        (record?.related_identifiers ?? [])
          .filter(({ relation }) => relation === 'isIdenticalTo')
          .map(({ identifier }) => identifier),
      ),
    newestText: () => newest().at(-1)?.record?.title ?? '',
  }
}
