import { createHash } from 'node:crypto'

import { load } from 'cheerio'
import { z } from 'zod'

import type { Post, Receipt } from './channel.ts'
import { digestOf } from './digest.ts'

const raw = z.object({ raw: z.string() })

/** An article as its editors read it: `context=edit`. https://developer.wordpress.org/rest-api/reference/posts/ */
export const storedPost = z.object({
  id: z.number(),
  link: z.string(),
  slug: z.string().catch(''),
  status: z.string(),
  title: raw,
  content: raw,
  excerpt: raw.optional(),
  featured_media: z.number().catch(0),
})
export const storedPosts = z.array(storedPost)
export type StoredPost = z.infer<typeof storedPost>

export const receiptOf = (post: StoredPost): Receipt => ({
  remoteId: String(post.id),
  // What waits for the partner's approval is not to be seen by others.
  remoteUrl: post.status === 'publish' ? post.link : null,
  mark: markOf(post),
})

/**
 * A hash of what it says. The site's own time of change counts seconds only, and moves when an article is saved as it was
 * or put into a category.
 */
const markOf = ({ title, content, excerpt, featured_media }: StoredPost): string =>
  createHash('sha256')
    .update(JSON.stringify([title.raw, content.raw, excerpt?.raw ?? '', featured_media]))
    .digest('hex')

/** Whether somebody changed it there since. */
export const isChanged = (post: StoredPost, mark: string | null): boolean =>
  mark !== null && markOf(post) !== mark

/** The same, of one that was looked for. */
export const foundOf = (post: StoredPost): Receipt => ({ ...receiptOf(post), says: saysOf(post) })

/** Of the words that are to stand there, whatever the site makes of the markup. */
export const saying = ({ text, fields }: Post): string =>
  digestOfWords([squeezed(fields?.title ?? ''), wordsOf(text), squeezed(fields?.excerpt ?? '')])

/** Of the words that stand there. */
export const saysOf = ({ title, content, excerpt }: StoredPost): string =>
  digestOfWords([wordsOf(title.raw), wordsOf(content.raw), wordsOf(excerpt?.raw ?? '')])

const digestOfWords = (texts: readonly string[]): string => digestOf(JSON.stringify(texts))

const wordsOf = (html: string): string => squeezed(load(html, null, false).text())

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
