import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInArabic } from '../testing/items.ts'
import { startFakeWordPress } from '../testing/services/fake-wordpress.ts'
import { startOwnSite } from '../testing/services/own-site.ts'
import { submitOptions as options, publishPost, updatePost } from '../testing/submit-post.ts'
import { account, open, practice, published } from '../testing/wordpress-channel.ts'
import { openService } from './channel-for.ts'
import { wordpress } from './wordpress.ts'

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
