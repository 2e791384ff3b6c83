import { z } from 'zod'

import { parseAnswer } from './ask.ts'
import type { RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { read, type WordPressApi } from './wordpress-api.ts'

const terms = z.array(z.object({ id: z.number(), name: z.string() }))
const created = z.object({ id: z.number() })

interface Tagging {
  readonly api: WordPressApi
  /** Whether a tag that the site lacks is made. */
  readonly creates: boolean
  /** Further parameters, such as the language of the tags. */
  readonly more: Readonly<Record<string, string>>
}

/** The site's tags of these names. What it has not and does not let us make is left out: the post counts for more. */
export async function tagsOf(
  names: readonly string[],
  tagging: Tagging,
  options: RequestOptions,
): Promise<number[]> {
  const found: number[] = []
  for (const name of names) {
    const id =
      (await known(name, tagging, options)) ?? (tagging.creates ? await create(name, tagging, options) : null)
    if (id !== null) found.push(id)
  }
  return found
}

async function known(name: string, { api, more }: Tagging, options: RequestOptions): Promise<number | null> {
  const query = { search: name, per_page: '100', _fields: 'id,name', ...more }
  const all = await read(api, { method: 'GET', path: '/wp/v2/tags', query }, terms, options)
  const wanted = name.toLowerCase()
  return all.find((term) => decoded(term.name).toLowerCase() === wanted)?.id ?? null
}

async function create(name: string, { api, more }: Tagging, options: RequestOptions): Promise<number | null> {
  try {
    const answer = await api({ method: 'POST', path: '/wp/v2/tags', json: { name, ...more } }, options)
    return parseAnswer(answer, created, 'misconfigured').id
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    // A site may keep its tags to its editors.
    if (error.reason === 'unauthorised') return null
    // Between looking and making it, or under a name that is written differently.
    if (error.receipt !== null) return Number(error.receipt.remoteId)
    throw error
  }
}

/** WordPress keeps names as HTML. */
const decoded = (name: string): string =>
  name
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#0?39;/g, "'")
    .replaceAll('&amp;', '&')
