import { describe, expect, test } from 'vitest'

import { practiceInArabic, practiceInFrench } from '../testing/items.ts'
import { startFakeWordPress } from '../testing/services/fake-wordpress.ts'
import { submitOptions as options, publishPost, updatePost } from '../testing/submit-post.ts'
import { open, practice, published, revised } from '../testing/wordpress-channel.ts'

describe('topics become tags', () => {
  const about = { ...practice, topics: ['Mentoring', 'R&D'] }

  test('of the site’s own where it has them, new ones otherwise', async () => {
    await using site = await startFakeWordPress()
    site.site.tags.push({ id: 70, name: 'R&D', lang: null })
    const channel = open(site)
    await publishPost(channel, channel.compose(about, published), options())

    const [post] = site.site.posts
    expect(site.site.tags.map(({ name }) => name)).toEqual(['R&D', 'Mentoring'])
    expect(post?.tags).toEqual([site.site.tags[1]?.id, 70])
  })

  test.for([
    { setting: 'existing', tagsAreClosed: false, given: 1 },
    { setting: 'none', tagsAreClosed: false, given: 0 },
    { setting: 'create', tagsAreClosed: true, given: 1 },
  ])('as far as it is wanted ($setting) and allowed', async ({ setting, tagsAreClosed, given }) => {
    await using site = await startFakeWordPress({ tagsAreClosed })
    site.site.tags.push({ id: 70, name: 'R&D', lang: null })
    const channel = open(site, { tags: setting })
    await publishPost(channel, channel.compose(about, published), options())

    expect(site.site.tags).toHaveLength(1)
    expect(site.site.posts[0]?.tags).toHaveLength(given)
  })
})

describe('a site with Polylang', () => {
  const inFrench = { ...practiceInFrench, image: null }

  test.for(['auto', 'polylang'])(
    'puts each article into its language and ties them (%s)',
    async (languages) => {
      await using site = await startFakeWordPress({ polylang: true })
      const channel = open(site, { languages })
      const english = await publishPost(channel, channel.compose(practice, published), options('en'))
      const french = await publishPost(channel, channel.compose(inFrench, published), options('fr'))
      const tied = { en: Number(english.remoteId), fr: Number(french.remoteId) }

      expect(site.site.posts).toMatchObject([
        { lang: 'en', translations: tied },
        { lang: 'fr', translations: tied },
      ])
      expect(new Set(site.site.tags.map(({ lang }) => lang))).toEqual(new Set(['fr']))
    },
  )

  test('needs no line of other languages, since it shows them itself', async () => {
    await using site = await startFakeWordPress({ polylang: true })
    const channel = open(site)
    const limits = await channel.limits?.(options())

    expect(limits).toMatchObject({ tiesLanguages: true })
    expect(channel.compose(inFrench, { ...published, ...(limits && { limits }) }).text).not.toContain(
      'hreflang',
    )
  })

  const inPersian = { ...practiceInArabic, locale: 'fa', topics: ['x'] } as const
  const dari = 'https://emen.example/fa-AF/practices/mentoring-lyon'
  type Composed = ReturnType<ReturnType<typeof open>['compose']>
  /** As composed once our texts are translated into Dari. */
  const inDari = (post: Composed): Composed => ({
    ...post,
    locale: 'fa-AF',
    url: dari,
    text: post.text.replaceAll('lang="fa"', 'lang="fa-AF"').replaceAll(post.url, dari),
  })

  test('has Persian and Dari apart as it names them', async () => {
    await using site = await startFakeWordPress({
      polylang: true,
      siteLanguages: [
        { slug: 'en', locale: 'en_GB' },
        { slug: 'fa', locale: 'fa_IR' },
        { slug: 'prs', locale: 'fa_AF' },
      ],
    })
    const channel = open(site)
    const persian = channel.compose(inPersian, published)
    const posts = { en: channel.compose(practice, published), fa: persian, prs: inDari(persian) }
    const ids: Record<string, number> = {}
    for (const [lang, post] of Object.entries(posts))
      ids[lang] = Number((await publishPost(channel, post, options(lang))).remoteId)

    expect(site.site.posts.map(({ lang }) => lang)).toEqual(['en', 'fa', 'prs'])
    expect(site.site.posts[0]?.translations).toEqual(ids)
    expect(site.site.tags.map(({ lang }) => lang)).toEqual(['fa', 'prs'])
  })

  test.for([['fa', 'fa-AF'] as const, ['fa-AF', 'fa'] as const])(
    'with one language for Persian and Dari ties the Persian, whichever comes first (%s, %s)',
    async (order) => {
      await using site = await startFakeWordPress({ polylang: true })
      const channel = open(site)
      const persian = channel.compose(inPersian, published)
      const posts = { fa: persian, 'fa-AF': inDari(persian) }
      const ids = { fa: 0, 'fa-AF': 0 }
      const english = await publishPost(channel, channel.compose(practice, published), options('en'))
      for (const locale of order)
        ids[locale] = Number((await publishPost(channel, posts[locale], options(locale))).remoteId)
      const tied = { en: Number(english.remoteId), fa: ids.fa }
      expect(site.site.posts.map(({ lang }) => lang)).toEqual(['en', 'fa', 'fa'])
      expect(site.site.posts[0]?.translations).toEqual(tied)

      await updatePost(channel, { remoteId: String(ids['fa-AF']) }, posts['fa-AF'], options('again'))
      await updatePost(channel, english, channel.compose(revised, published), options('en again'))
      expect(site.site.posts[0]?.translations).toEqual(tied)
    },
  )

  const siteLanguages = [
    { slug: 'english', locale: 'en_GB' },
    { slug: 'prs', locale: 'fa_AF' },
  ]

  test('has English, whatever it calls it and for whom it is', async () => {
    await using site = await startFakeWordPress({ polylang: true, siteLanguages })
    const channel = open(site)
    await publishPost(channel, channel.compose(practice, published), options())

    expect(site.site.posts.map(({ lang }) => lang)).toEqual(['english'])
  })

  test.for([inFrench, inPersian])(
    'gets nothing in a language that it has not, which it would take for its own ($locale)',
    async (item) => {
      await using site = await startFakeWordPress({ polylang: true, siteLanguages })
      const channel = open(site)
      await expect(publishPost(channel, channel.compose(item, published), options())).rejects.toMatchObject({
        reason: 'rejected',
        message: `the site has no language ${item.locale}, only english, prs`,
      })
      expect(site.site.posts).toEqual([])
    },
  )

  test('gets it as soon as it has the language, however lately it said that it had not', async () => {
    const languages = [{ slug: 'en', locale: 'en_GB' }]
    await using site = await startFakeWordPress({ polylang: true, siteLanguages: languages })
    const channel = open(site)
    const french = channel.compose(inFrench, published)
    await expect(publishPost(channel, french, options())).rejects.toMatchObject({ reason: 'rejected' })
    languages.push({ slug: 'fr', locale: 'fr_FR' })
    await publishPost(channel, french, options())

    expect(site.site.posts.map(({ lang }) => lang)).toEqual(['fr'])
  })

  test('is left alone where a person said so', async () => {
    await using site = await startFakeWordPress({ polylang: true })
    const channel = open(site, { languages: 'none', tags: 'none' })
    await publishPost(channel, channel.compose(inFrench, published), options())

    expect(site.site.posts).toMatchObject([{ lang: 'en' }])
  })
})
