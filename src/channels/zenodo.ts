import { z } from 'zod'

import type { PublishedItem } from '../content/published-item.ts'
import { ask, parseAnswer } from './ask.ts'
import type {
  Capabilities,
  Channel,
  ComposeOptions,
  Post,
  PostFault,
  Receipt,
  RequestOptions,
} from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { digestOf } from './digest.ts'
import { isOurs } from './is-ours.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { unlessMissing } from './unless-missing.ts'
import { areOneRecord, deposit, depositionsOf, discard } from './zenodo-deposit.ts'
import type { ZenodoAccess } from './zenodo-deposition.ts'
import { storedMetadata, zenodoMetadata } from './zenodo-metadata.ts'

const capabilities: Capabilities = {
  deduplicates: false,
  update: 'in-place',
  remove: 'none',
  removeWithinMs: null,
  isFinal: true,
  posts: 'by-itself',
  language: 'field',
  concurrency: 1,
  // A hundred requests a minute are granted, and one record takes about ten: https://developers.zenodo.org/#rate-limiting
  pace: { submissions: 8, perMs: 60_000 },
}

/** More would be no metadata any more. */
const MAX_BYTES = 100_000

const published = z.object({ id: z.number(), doi: z.string().optional(), metadata: storedMetadata })

/** An archive that gives a publication a DOI, for good. https://developers.zenodo.org */
export const zenodo: Service = {
  name: 'zenodo',
  capabilities,
  look: 'record',
  // Also at https://sandbox.zenodo.org, to try it.
  fixedUrl: null,
  settings: [
    { name: 'creator', required: false },
    { name: 'community', required: false, pattern: /^[a-z0-9_-]{1,100}$/i },
    { name: 'grant', required: false, pattern: /^\d{6,9}$/ },
  ],
  secrets: [{ name: 'accessToken', required: true }],
  takes: 'whole',
  open,
}

function open(
  { baseUrl, settings, secrets: { accessToken = '' } }: OpenAccount,
  { request, requestOwn }: ChannelTools,
): Channel {
  const access: ZenodoAccess = {
    baseUrl,
    requestOwn,
    ask: ({ path, effect, reasons, headers, ...rest }, { signal, now }) =>
      ask(
        {
          ...rest,
          url: new URL(path, baseUrl),
          headers: { authorization: `Bearer ${accessToken}`, ...headers },
          signal,
        },
        {
          request,
          now,
          effect,
          reasons: { ...(effect === 'visible' && { 500: 'unconfirmed' }), ...reasons },
        },
      ),
  }
  const receiptOf = ({ id, doi, metadata }: z.infer<typeof published>): Receipt => ({
    remoteId: String(id),
    remoteUrl: new URL(`/records/${id}`, baseUrl).href,
    mark: markOf(metadata),
    ...(doi !== undefined && { doi }),
  })
  const read = async (remoteId: string, options: RequestOptions) =>
    parseAnswer(
      await access.ask(
        {
          path: `/api/records/${encodeURIComponent(remoteId)}`,
          method: 'GET',
          effect: 'none',
          reasons: { 404: 'missing', 410: 'missing' },
        },
        options,
      ),
      z.object({ metadata: storedMetadata }),
      'unavailable',
    ).metadata
  /** Makes a draft the record that everybody sees: the one step that nobody can take back. */
  const release = async (id: string, options: RequestOptions): Promise<Receipt> => {
    const path = `/api/deposit/depositions/${encodeURIComponent(id)}/actions/publish`
    const answer = await access.ask({ path, method: 'POST', effect: 'visible' }, options)
    return receiptOf(parseAnswer(answer, published, 'unconfirmed'))
  }

  return {
    service: 'zenodo',
    capabilities,
    addresses: {
      example: new URL('/records/7000000', baseUrl).href,
      nameOf(url) {
        const { origin, pathname } = new URL(url)
        return origin === new URL(baseUrl).origin ? (/^\/records?\/(\d+)$/.exec(pathname)?.[1] ?? null) : null
      },
    },
    compose: (item, options) => compose(item, options, settings),
    validate,

    async verify(options) {
      await access.ask({ path: '/api/deposit/depositions?size=1', method: 'GET', effect: 'none' }, options)
      return { name: new URL(baseUrl).host, url: null }
    },

    prepare: async (post, options) => [String(await deposit(post, access, options))],

    publish: ({ media: [draft = ''] }, options) => release(draft, options),

    saying,

    async update(standing, { post, media: [draft = ''] }, options) {
      const { remoteId } = standing
      const says = markOf(await read(remoteId, options))
      if (!isOurs(standing, { mark: says, says }, post, saying)) {
        if (draft === remoteId) await discard(Number(draft), access, options)
        throw new ChannelError('changed-there', 'the record has other words than ours')
      }
      if (!(await areOneRecord([remoteId, draft], access, options)))
        throw new ChannelError('rejected', `the draft ${draft} is of another record than ${remoteId}`)
      return release(draft, options)
    },

    async remove() {
      throw new ChannelError('rejected', 'a record stays: only the archive itself can take one away')
    },

    async find({ url }, options) {
      const [found] = (await depositionsOf(url, access, options)).filter(({ submitted }) => submitted)
      return found === undefined ? null : receiptOf(found)
    },

    async probe({ remoteId, mark }, options) {
      const found = await read(remoteId, options).catch(unlessMissing)
      if (found === null) return 'gone'
      return mark === null || markOf(found) === mark ? 'live' : 'changed'
    },
  }
}

/** Of the words alone: it writes HTML in its own way. */
const markOf = ({ title, description }: { readonly title: string; readonly description: string }): string =>
  digestOf([title, description.replace(/<[^>]*>/g, ' ')].join('\n').replace(/\s+/g, ' ').trim())

const saying = ({ text }: Post): string => markOf(JSON.parse(text))

function validate({ fields, files = [], report: { used, limit } }: Post): readonly PostFault[] {
  const isKnown = fields?.creator !== '' && fields?.licence !== '' && fields?.description !== ''
  return [
    ...(files.length === 0 ? (['missing-file'] as const) : []),
    ...(isKnown ? [] : (['missing-metadata'] as const)),
    ...(used > limit ? (['too-long'] as const) : []),
  ]
}

function compose(
  item: PublishedItem,
  { whole, ownText }: ComposeOptions,
  settings: Readonly<Record<string, string>>,
): Post {
  const summary = ownText ?? item.summary
  const metadata = zenodoMetadata({ ...item, summary }, settings)
  const text = JSON.stringify(metadata)
  return {
    text,
    fields: {
      title: metadata.title,
      creator: metadata.creators.map(({ name }) => name).join('; '),
      description: summary.trim(),
      language: metadata.language,
      licence: metadata.license ?? '',
      date: metadata.publication_date,
    },
    locale: item.locale,
    url: item.url,
    image: null,
    files: whole?.files ?? [],
    report: { unit: 'bytes', used: Buffer.byteLength(text), limit: MAX_BYTES, shortened: [] },
  }
}
