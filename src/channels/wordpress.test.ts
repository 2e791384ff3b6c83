import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInArabic, practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { type FakeWordPress, startFakeWordPress } from '../testing/services/fake-wordpress.ts'
import { startOwnSite } from '../testing/services/own-site.ts'
import { submitOptions as options, publishPost, updatePost } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { wordpress } from './wordpress.ts'

const published = { change: 'published' } as const
const practice = { ...practiceInEnglish, image: null, topics: [] }
const revised = { ...practice, title: 'Mentoring, now in four cities' }
const account = (baseUrl: string, applicationPassword: string, settings: object = {}) => ({
  baseUrl,
  settings: { username: 'emissary', ...settings },
  secrets: { applicationPassword },
})

const open = ({ url, password }: FakeWordPress, settings: object = {}, own = 'https://emen.example') =>
  openService(wordpress, account(url, password, settings), {
    allowedPrivateHosts: [new URL(url).host],
    publicUrl: own,
  })

describeChannel({
  service: wordpress,
  startService: startFakeWordPress,
  isSubmission: ({ method, path }) =>
    (method === 'POST' || method === 'DELETE') && /^\/wp-json\/wp\/v2\/posts/.test(path),
  account: (url) => account(url, 'abcd EFGH 1234 ijkl'),
  stranger: (url) => account(url, 'wrong'),
  reasons: { 500: 'unconfirmed' },
})

describe('what is written there', () => {
  test('is the whole item after its summary, and last where it was first published', async () => {
    await using site = await startFakeWordPress()
    const channel = open(site)
    const whole = { html: '<div lang="en" dir="ltr"><h2>How</h2><p>Steps</p></div>', files: [] }
    await publishPost(channel, channel.compose(practice, { ...published, whole }), options())

    const [post] = site.site.posts
    expect(post).toMatchObject({ title: practice.title, excerpt: practice.summary, status: 'publish' })
    expect(post?.content).toMatch(
      /^<div lang="en" dir="ltr"><p>Six months[^<]+<\/p><\/div><div lang="en" dir="ltr"><h2>How<\/h2>/,
    )
    expect(post?.content).toMatch(
      /lang="en" dir="ltr"><a href="https:\/\/emen\.example\/en\/practices\/mentoring-lyon" rel="external">First published on emen\.example<\/a><\/p>$/,
    )
  })

  test('by an editor keeps who paid and where it was first published', async () => {
    await using site = await startFakeWordPress()
    const channel = open(site)
    const post = channel.compose(practice, { ...published, ownText: 'Two\n\nparts <b>' })

    expect(post.text).toContain(
      '<p>Two</p><p>parts &lt;b&gt;</p><p>Co-funded by the European Union</p></div>',
    )
    expect(post.text).toContain(`<a href="${practice.url}" rel="external">`)
  })

  test('says in Arabic that it is Arabic', () => {
    const channel = openService(wordpress, account('https://partner.example', 'x'), {
      allowedPrivateHosts: [],
      publicUrl: 'https://emen.example',
    })
    expect(channel.compose(practiceInArabic, published).text).toMatch(
      /^<div lang="ar" dir="rtl">.*<p class="emissary-practices-[0-9a-f-]+" lang="ar" dir="rtl"><a /,
    )
  })

  test('names the item’s other languages, each in its own, where the site does not tie them', async () => {
    await using site = await startFakeWordPress()
    const channel = open(site)
    const limits = await channel.limits?.(options())
    const { text } = channel.compose(practice, { ...published, ...(limits && { limits }) })

    const { fr, ar } = practice.alternates
    const links = [
      `<a hreflang="fr" lang="fr" dir="ltr" href="${fr}">Français</a>`,
      `<a hreflang="ar" lang="ar" dir="rtl" href="${ar}">العربية</a>`,
    ]
    expect(text).toContain(`<p lang="en" dir="ltr">${links.join(' · ')}</p><p class="emissary-practices-`)
  })

  test('is found among articles in other languages, which name its address too', async () => {
    await using site = await startFakeWordPress({ capabilities: ['edit_posts', 'upload_files'] })
    const channel = open(site, { postStatus: 'pending' })
    const english = await publishPost(channel, channel.compose(practice, published), options('k1'))
    await publishPost(channel, channel.compose(practiceInArabic, published), options('k2'))

    expect(await channel.find?.(practice, options('k3'))).toMatchObject({ remoteId: english.remoteId })
  })

  test.for([{}, { en: practice.url }])('names none where there is no other (%j)', (alternates) => {
    const channel = openService(wordpress, account('https://partner.example', 'x'), {
      allowedPrivateHosts: [],
      publicUrl: 'https://emen.example',
    })

    expect(channel.compose({ ...practice, alternates }, published).text).not.toContain('hreflang')
  })

  test('waits for the partner where that was agreed, and the site’s categories are kept', async () => {
    await using site = await startFakeWordPress({ capabilities: ['edit_posts', 'upload_files'] })
    const channel = open(site, { postStatus: 'pending', categoryIds: '3, 7' })
    const receipt = await publishPost(channel, channel.compose(practice, published), options())

    expect(receipt.remoteUrl).toBeNull()
    expect(site.site.posts).toMatchObject([{ status: 'pending', categories: [3, 7], slug: '' }])
    // Without a slug it is known by its last line.
    expect(await channel.find?.(practice, options())).toMatchObject({ remoteId: receipt.remoteId })
  })
})

describe('a person at the other side', () => {
  const start = async () => {
    const site = await startFakeWordPress()
    const channel = open(site)
    const receipt = await publishPost(channel, channel.compose(practice, published), options('k1'))
    const update = (overwrite = false) => {
      const submission = { post: channel.compose(revised, { change: 'revised' }), media: [] }
      return channel.update({ ...receipt, overwrite }, submission, options('k2'))
    }
    return { site, channel, receipt, update, id: Number(receipt.remoteId) }
  }

  test('who changed the article is not overwritten unasked', async () => {
    const { site, channel, receipt, update, id } = await start()
    await using _ = site
    site.site.editThere(id, { content: '<p>Ours now</p>' })

    expect(await channel.probe?.(receipt, options())).toBe('changed')
    await expect(update()).rejects.toMatchObject({ reason: 'changed-there' })
    await update(true)
    expect(site.newestText()).toContain(revised.title)
  })

  test.for([{}, { categories: [9] }, { status: 'publish' }])(
    'who saved it without changing what it says (%j) is no conflict',
    async (change) => {
      const { site, channel, receipt, update, id } = await start()
      await using _ = site
      site.site.editThere(id, change)

      expect(await channel.probe?.(receipt, options())).toBe('live')
      await update()
      expect(site.newestText()).toContain(revised.title)
    },
  )

  test('is not taken for one when the answer to our own change was lost', async () => {
    const { site, receipt, update } = await start()
    await using _ = site
    const first = await update()
    const again = await update()

    expect(again).toEqual(first)
    expect(again.mark).not.toBe(receipt.mark)
  })

  test('who put the article into the trash is respected', async () => {
    const { site, channel, receipt, update, id } = await start()
    await using _ = site
    site.site.editThere(id, { status: 'trash' })

    expect(await channel.probe?.(receipt, options())).toBe('gone')
    await expect(update(true)).rejects.toMatchObject({ reason: 'missing' })
    expect(site.standing()).toEqual([])
  })

  test('whose article has the number of ours, or who wrote all of it anew, keeps it unless asked', async () => {
    const { site, channel, receipt, id } = await start()
    await using _ = site
    site.site.editThere(id, { content: '<p>Ours now</p>', slug: 'ours-now' })
    const withdrawal = {
      ...receipt,
      item: practice,
      locale: 'en',
      occurredAt: new Date(),
      reason: null,
    } as const

    await expect(channel.remove(withdrawal, options('k1'))).rejects.toMatchObject({ reason: 'changed-there' })
    expect(site.newestText()).toContain('Ours now')
    await channel.remove({ ...withdrawal, overwrite: true }, options('k1'))
    expect(site.newestText()).toBe('')
  })

  test.for([{ content: '<p>Ours now</p>' }, { slug: 'another-name' }])(
    'who changed one of the two by which it is known (%j) does not keep it',
    async (change) => {
      const { site, channel, receipt, id } = await start()
      await using _ = site
      site.site.editThere(id, { slug: 'emissary-k1', ...change })
      const withdrawal = {
        ...receipt,
        item: practice,
        locale: 'en',
        occurredAt: new Date(),
        reason: null,
      } as const
      await channel.remove(withdrawal, options('k1'))

      expect(site.newestText()).toBe('')
    },
  )

  test('who took it out of the trash again is found, and no second one is written', async () => {
    const { site, channel, receipt, id } = await start()
    await using _ = site
    const withdrawal = {
      ...receipt,
      item: practice,
      locale: 'en',
      occurredAt: new Date(),
      reason: null,
    } as const
    await channel.remove(withdrawal, options('k2'))
    site.site.editThere(id, { status: 'publish', slug: 'emissary-k1' })

    await expect(
      publishPost(channel, channel.compose(practice, published), options('k1')),
    ).rejects.toMatchObject({ reason: 'duplicate', receipt: { remoteId: receipt.remoteId } })
    expect(site.standing()).toEqual([practice.url])
  })
})

test('a site without a trash keeps the article as a draft', async () => {
  await using site = await startFakeWordPress({ trash: false })
  const channel = open(site)
  const { remoteId } = await publishPost(channel, channel.compose(practice, published), options())
  const withdrawal = { remoteId, item: practice, locale: 'en', occurredAt: new Date(), reason: null } as const
  await channel.remove(withdrawal, options('k2'))

  expect(site.site.posts).toMatchObject([{ status: 'draft' }])
})

describe('a picture', () => {
  const withPicture = (url: string, alt = 'A workshop') => ({
    ...practice,
    image: { url: `${url}/media/workshop.png`, alt, type: 'image/png', width: 8, height: 8 },
  })

  test('is put into the library once, with its text alternative, and leads the article', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b5563' } })
      .png()
      .toBuffer()
    await using own = await startOwnSite({ status: 200, body: picture })
    await using site = await startFakeWordPress()
    const channel = open(site, {}, own.url)
    const post = channel.compose(withPicture(own.url), published)
    const receipt = await publishPost(channel, post, options('k1'))
    await updatePost(
      channel,
      receipt,
      channel.compose({ ...withPicture(own.url), title: 'New' }, published),
      options('k2'),
    )

    expect(site.site.media).toMatchObject([{ alt: 'A workshop', type: 'image/png', content: picture }])
    expect(site.site.posts).toMatchObject([{ title: 'New', featuredMedia: site.site.media[0]?.id }])
  })

  test('whose words a vanished worker never told gets them', async () => {
    await using own = await startOwnSite({ status: 200, body: Buffer.from('x') })
    await using site = await startFakeWordPress()
    const channel = open(site, {}, own.url)
    const post = channel.compose(withPicture(own.url), published)
    await channel.prepare?.(post, { ...options(), standing: null })
    for (const each of site.site.media) each.alt = ''
    await channel.prepare?.(post, { ...options(), standing: null })

    expect(site.site.media).toMatchObject([{ alt: 'A workshop' }])
  })

  test('that our own site has lost is the item’s fault', async () => {
    await using own = await startOwnSite({ status: 404, body: Buffer.of() })
    await using site = await startFakeWordPress()
    const channel = open(site, {}, own.url)

    await expect(
      publishPost(channel, channel.compose(withPicture(own.url), published), options()),
    ).rejects.toMatchObject({ reason: 'rejected' })
    expect(site.site.posts).toEqual([])
  })
})

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

  test('is left alone where a person said so', async () => {
    await using site = await startFakeWordPress({ polylang: true })
    const channel = open(site, { languages: 'none', tags: 'none' })
    await publishPost(channel, channel.compose(inFrench, published), options())

    expect(site.site.posts).toMatchObject([{ lang: 'en' }])
  })
})

describe('connecting', () => {
  test('a site without pretty addresses is reached by a parameter', async () => {
    await using site = await startFakeWordPress({ prettyAddresses: false })
    const channel = open(site)
    await publishPost(channel, channel.compose(practice, published), options())

    expect(site.standing()).toEqual([practice.url])
  })

  test.for([
    { capabilities: ['edit_posts', 'upload_files'], settings: {}, lacking: 'publish_posts' },
    { capabilities: ['edit_posts', 'publish_posts'], settings: {}, lacking: 'upload_files' },
    { capabilities: ['read'], settings: { postStatus: 'pending' }, lacking: 'edit_posts, upload_files' },
  ])('an account that lacks $lacking is told so', async ({ capabilities, settings, lacking }) => {
    await using site = await startFakeWordPress({ capabilities })

    await expect(open(site, settings).verify(options())).rejects.toMatchObject({
      reason: 'unauthorised',
      message: expect.stringContaining(`lacks ${lacking} there`),
    })
  })

  test('an account that may not publish will do where the partner approves', async () => {
    await using site = await startFakeWordPress({ capabilities: ['edit_posts', 'upload_files'] })

    expect((await open(site, { postStatus: 'pending' }).verify(options())).name).toBe('Emissary')
  })

  test('a site whose API a firewall blocks is told so', async () => {
    await using site = await startFakeWordPress({ blocked: true })

    await expect(open(site).verify(options())).rejects.toMatchObject({
      reason: 'misconfigured',
      message: expect.stringContaining('REST API is blocked'),
    })
  })

  test('the password goes to no other host than the one that was entered', async () => {
    await using elsewhere = await startFakeWordPress()
    const link = `<${elsewhere.url}/wp-json/>; rel="https://api.w.org/"`
    await using entered = await startOwnSite({ status: 200, body: Buffer.of(), headers: { link } })
    const channel = openService(wordpress, account(entered.url, elsewhere.password), {
      allowedPrivateHosts: [new URL(entered.url).host, new URL(elsewhere.url).host],
      publicUrl: 'https://emen.example',
    })

    await expect(channel.verify(options())).rejects.toMatchObject({ reason: 'misconfigured' })
  })

  test('no message holds the password', async () => {
    await using site = await startFakeWordPress({ blocked: true })
    const secret = Buffer.from('emissary:abcdEFGH1234ijkl').toString('base64')

    await expect(open(site).verify(options())).rejects.not.toThrow(new RegExp(`abcd|${secret}`))
  })
})
