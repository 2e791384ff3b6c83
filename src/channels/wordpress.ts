import { z } from 'zod'

import { html } from '../content/markup/html.ts'
import { textOfHtml } from '../content/markup/text-of-html.ts'
import { parseAnswer } from './ask.ts'
import type {
  Capabilities,
  Channel,
  Post,
  Receipt,
  RequestOptions,
  Standing,
  Submission,
  SubmitOptions,
} from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { isOurs as isOursToChange } from './is-ours.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { unlessMissing } from './unless-missing.ts'
import { codeOf, read, type WordPressCall, wordPressApi } from './wordpress-api.ts'
import { languageModes, languagesOf, ownCode, siblingsOf } from './wordpress-language.ts'
import { uploadPicture } from './wordpress-media.ts'
import { articleLimits, composeArticle, isOfItem, isOurs } from './wordpress-post.ts'
import {
  foundOf,
  isChanged,
  receiptOf,
  type StoredPost,
  saying,
  saysOf,
  storedPost,
  storedPosts,
} from './wordpress-stored.ts'
import { tagsOf } from './wordpress-tags.ts'

/** A slug that is taken is no error to WordPress, which makes another: so it is looked for first. */
const capabilities: Capabilities = {
  deduplicates: false,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'field',
  // Shared hosting is slow, and a firewall soon takes several at a time for an attack.
  concurrency: 1,
  pace: { submissions: 30, perMs: 60_000 },
}

/**
 * Articles on a partner's site, which needs no plugin. Where it has Polylang or WPML, each is put into its language.
 * https://developer.wordpress.org/rest-api/reference/
 */
export const wordpress: Service = {
  name: 'wordpress',
  capabilities,
  look: 'article',
  fixedUrl: null,
  settings: [
    { name: 'username', required: true },
    { name: 'postStatus', required: false, options: ['publish', 'pending'] },
    { name: 'postType', required: false, pattern: /^[a-z0-9_-]{1,40}$/ },
    { name: 'categoryIds', required: false, pattern: /^\d{1,9}(\s*,\s*\d{1,9}){0,9}$/ },
    { name: 'tags', required: false, options: ['create', 'existing', 'none'] },
    { name: 'languages', required: false, options: languageModes },
  ],
  secrets: [{ name: 'applicationPassword', required: true }],
  namesSiblings: true,
  takes: 'whole',
  open,
}

const user = z.object({
  name: z.string(),
  link: z.string().nullish(),
  capabilities: z.record(z.string(), z.boolean()),
})

function open(
  { baseUrl, settings, secrets: { applicationPassword = '' } }: OpenAccount,
  { request, requestOwn }: ChannelTools,
): Channel {
  const {
    username = '',
    postStatus = 'publish',
    postType = 'posts',
    categoryIds = '',
    tags = 'create',
  } = settings
  const { languages: mode = 'auto' } = settings
  const api = wordPressApi({ baseUrl, username, applicationPassword }, request)
  const articles = `/wp/v2/${postType}`
  const place = { api, baseUrl, postType, mode }

  /** Null: there is none, or it lies in the trash. */
  const look = async (remoteId: string, options: RequestOptions): Promise<StoredPost | null> => {
    const path = `${articles}/${encodeURIComponent(remoteId)}`
    const call: WordPressCall = { method: 'GET', path, query: { context: 'edit' } }
    const post = await read(api, call, storedPost, options).catch(unlessMissing)
    return post === null || post.status === 'trash' ? null : post
  }
  const search = (query: Readonly<Record<string, string>>, options: RequestOptions) =>
    read(
      api,
      { method: 'GET', path: articles, query: { ...query, status: 'any', context: 'edit' } },
      storedPosts,
      options,
    )
  const find = async ({ url }: Pick<Post, 'url'>, options: SubmitOptions): Promise<Receipt | null> => {
    const [bySlug] = await search({ slug: slugOf(options) }, options)
    if (bySlug !== undefined) return foundOf(bySlug)
    // Somebody who may not publish cannot name an article either.
    // Those in other languages name its address too.
    const candidates = await search({ search: url, per_page: '100' }, options)
    const ours = candidates.find(({ content }) => isOurs(content.raw, url))
    return ours === undefined ? null : foundOf(ours)
  }
  /** Language and ties to its translations, where the site has them. */
  const languageOf = async (post: Post, options: RequestOptions) => {
    const languages = await languagesOf({ ...place, locale: post.locale }, options)
    const query: Readonly<Record<string, string>> =
      languages.plugin === 'none' ? {} : { lang: ownCode(post.locale, languages) }
    const translations = languages.links ? await siblingsOf(post, { ...place, languages }, options) : {}
    return { query, body: Object.keys(translations).length > 0 ? { translations } : {} }
  }
  /** The one request that readers see. */
  const submit = async (
    path: string,
    { post, media }: Submission,
    options: RequestOptions,
    more: Readonly<Record<string, unknown>>,
  ): Promise<Receipt> => {
    const language = await languageOf(post, options)
    const ids = (kind: string) =>
      media.flatMap((name) => (name.startsWith(`${kind}/`) ? [Number(name.slice(kind.length + 1))] : []))
    const answer = await api(
      {
        method: 'POST',
        path,
        query: { context: 'edit', ...language.query },
        json: {
          // WordPress takes both for HTML.
          title: html`${post.fields?.title}`.source,
          excerpt: html`${post.fields?.excerpt}`.source,
          content: post.text,
          featured_media: ids('picture')[0] ?? 0,
          ...(postType === 'posts' && tags !== 'none' && { tags: ids('tag') }),
          ...language.body,
          ...more,
        },
        effect: 'visible',
      },
      options,
    )
    return receiptOf(parseAnswer(answer, storedPost, 'unconfirmed'))
  }

  return {
    service: 'wordpress',
    capabilities,
    async limits(options) {
      const { links } = await languagesOf(place, options)
      return { ...articleLimits, tiesLanguages: links }
    },

    compose: composeArticle,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      const call: WordPressCall = { method: 'GET', path: '/wp/v2/users/me', query: { context: 'edit' } }
      const { name, link, capabilities: may } = await read(api, call, user, options)
      const needed = ['edit_posts', 'upload_files', ...(postStatus === 'publish' ? ['publish_posts'] : [])]
      const lacking = needed.filter((capability) => may[capability] !== true)
      if (postType === 'posts' && lacking.length > 0)
        throw new ChannelError(
          'unauthorised',
          `${username} lacks ${lacking.join(', ')} there: give the account the role Author or Editor`,
        )
      return { name, url: link ?? null }
    },

    async prepare({ image, fields, locale }, options) {
      const picture =
        image === null
          ? []
          : [`picture/${await uploadPicture(image, { api, requestImage: requestOwn }, options)}`]
      if (postType !== 'posts' || tags === 'none') return picture
      const languages = await languagesOf({ ...place, locale }, options)
      const more: Readonly<Record<string, string>> =
        languages.plugin === 'none' ? {} : { lang: ownCode(locale, languages) }
      const topics = z.array(z.string()).parse(JSON.parse(fields?.topics ?? '[]'))
      const found = await tagsOf(topics, { api, creates: tags === 'create', more }, options)
      return [...picture, ...found.map((id) => `tag/${id}`)]
    },

    async publish(submission, options) {
      const standing = await find(submission.post, options)
      if (standing !== null)
        throw new ChannelError('duplicate', 'the article stands there already', { receipt: standing })
      return submit(articles, submission, options, {
        status: postStatus,
        slug: slugOf(options),
        ...(categoryIds !== '' && { categories: categoryIds.split(',').map(Number) }),
      })
    },

    saying,

    async update(standing: Standing, submission, options) {
      const { remoteId, mark, overwrite } = standing
      const post = await look(remoteId, options)
      if (post === null) throw new ChannelError('missing', 'the article does not stand there any more')
      if (!overwrite && isChanged(post, mark)) {
        const says = saysOf(post)
        // Our own change, whose answer was lost.
        if (says === saying(submission.post)) return receiptOf(post)
        if (!isOursToChange(standing, { mark: null, says }, submission.post, saying))
          throw new ChannelError('changed-there', 'the article was changed there')
      }
      return submit(`${articles}/${post.id}`, submission, options, {})
    },

    async remove({ remoteId, item, overwrite = false }, options) {
      const post = await look(remoteId, options)
      if (post === null) return
      // A number is all that we know it by, and another site has one of the same number.
      const isKnown = isOfItem(post.content.raw, item) || post.slug === slugOf(options)
      if (!isKnown && !overwrite)
        throw new ChannelError('changed-there', 'what stands there does not say that it is ours')
      const path = `${articles}/${post.id}`
      try {
        await api({ method: 'DELETE', path, effect: 'visible' }, options).catch(unlessMissing)
      } catch (error) {
        // A site without a trash would delete it for good: nobody reads a draft either.
        if (codeOf(error) !== 'rest_trash_not_supported') throw error
        await api({ method: 'POST', path, json: { status: 'draft' }, effect: 'visible' }, options)
      }
    },

    find,

    async probe({ remoteId, mark }, options) {
      const post = await look(remoteId, options)
      if (post === null) return 'gone'
      return isChanged(post, mark) ? 'changed' : 'live'
    },

    async words(remoteId, options) {
      const post = await look(remoteId, options)
      return post === null ? null : textOfHtml(`<p>${post.title.raw}</p>${post.content.raw}`)
    },
  }
}

/** The same at every attempt at one article, and for no other. */
const slugOf = ({ identity }: SubmitOptions): string =>
  `emissary-${identity.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
