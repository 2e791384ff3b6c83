import { describe, expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { eventInEnglish, practiceInArabic, practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { submitOptions as options, publishPost } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import type { Mailer, PressRelease } from './mailer.ts'
import { press } from './press.ts'
import { MAX_ATTACHED_BYTES } from './press-mail.ts'

/** Keeps what is entered, each key once. */
function listOf(contacts: number) {
  const releases: PressRelease[] = []
  const mailer: Mailer = {
    contacts: async () => contacts,
    async enter(release) {
      if (!releases.some(({ key }) => key === release.key)) releases.push(release)
      return contacts
    },
  }
  return { releases, mailer }
}

const open = (mailer?: Mailer) =>
  openService(
    press,
    { baseUrl: 'https://mail.invalid/', settings: { replyTo: 'press@emen.example' }, secrets: {} },
    { allowedPrivateHosts: [], publicUrl: 'https://emen.example', ...(mailer && { mailer }) },
  )
const published = { change: 'published' } as const
const file = (name: string, bytes: number) => ({
  url: `https://emen.example/media/${name}`,
  name,
  type: 'application/pdf',
  bytes,
})

/** Our own ledger of mails, as if it were a service. */
async function startList() {
  const { releases, mailer } = listOf(3)
  return {
    url: 'http://127.0.0.1:9',
    ownPart: { mailer },
    standing: () => releases.flatMap(({ text }) => /https:\/\/emen\.example\S*/.exec(text) ?? []),
    newestText: () => `${releases.at(-1)?.subject}\n${releases.at(-1)?.text}`,
    async [Symbol.asyncDispose]() {},
  }
}

describeChannel({
  service: press,
  startService: startList,
  isSubmission: null,
  account: () => ({
    baseUrl: 'https://mail.invalid/',
    settings: { replyTo: 'press@emen.example' },
    secrets: {},
  }),
  stranger: null,
  probes: false,
})

describe('a release', () => {
  test.for([practiceInEnglish, practiceInFrench, practiceInArabic])(
    'in $locale is always composed the same, in its language and direction, with its address and who paid',
    (item) => {
      const post = open().compose(item, published)

      expect(open().compose(structuredClone(item), published)).toEqual(post)
      expect(post.fields?.subject).toBe(item.title)
      expect(post.fields?.html).toMatch(
        new RegExp(`<html lang="${item.locale}" dir="${item.locale === 'ar' ? 'rtl' : 'ltr'}">`),
      )
      expect([post.text.includes(item.url), post.fields?.html?.includes(item.url)]).toEqual([true, true])
      expect(open().validate(post)).toEqual([])
    },
  )

  test('says all that the item says, as text too', () => {
    const whole = { html: '<div lang="en" dir="ltr"><h2>How</h2><ul><li>Step</li></ul></div>', files: [] }
    const post = open().compose(practiceInEnglish, { ...published, whole })

    expect(post.fields?.html).toMatch(/<h2 [^>]+>How<\/h2><ul><li>Step<\/li><\/ul>/)
    expect(post.text).toContain('How\n\n- Step')
  })

  test('of an event says when and where', () => {
    expect(open().compose(eventInEnglish, published).text).toContain('City library, Athens')
  })

  test('keeps who paid where an editor wrote another text', () => {
    const post = open().compose(practiceInEnglish, { ...published, ownText: 'Ours <b>' })

    expect(post.text).toContain('Ours <b>\n\nCo-funded by the European Union')
    expect(post.fields?.html).toContain('Ours &lt;b&gt;')
  })

  test('lets each leave with one link, which nothing that somebody wrote can forge', () => {
    const post = open().compose({ ...practiceInEnglish, title: 'x {{unsubscribe_url}} {{y}}' }, published)

    expect(post.text.match(/\{\{[a-z_]+\}\}/g)).toEqual(['{{unsubscribe_url}}'])
    expect(post.fields?.html?.match(/[{}]/g)).toHaveLength(4)
    expect(post.fields?.html).toContain('<a href="{{unsubscribe_url}}">')
  })

  test('brings files up to a total, the others by their links', () => {
    const files = [file('a.pdf', MAX_ATTACHED_BYTES - 10), file('b.pdf', 11), file('c.pdf', 10)]
    const whole = { html: '<div><p>x</p></div>', files }
    const post = open().compose({ ...practiceInEnglish, image: null }, { ...published, whole })

    expect(post.files?.map(({ name }) => name)).toEqual(['a.pdf', 'c.pdf'])
    expect(post.text).toMatch(
      /Attached\n\n- a\.pdf \(https:\S+\)\n- c\.pdf [\s\S]*To download\n\n- b\.pdf \(https:/,
    )
  })

  test('that is too long for a mail stands as its summary with the link', () => {
    const whole = { html: `<div><p>${'word '.repeat(30_000)}</p></div>`, files: [] }
    const post = open().compose(practiceInEnglish, { ...published, whole })

    expect(post.report.shortened).toEqual(['summary'])
    expect(open().validate(post)).toEqual([])
    expect(post.text).toContain(practiceInEnglish.summary)
  })

  test.for(['corrected', 'withdrawn'] as const)('that was %s says so first, and why', (change) => {
    const post = open().compose(practiceInEnglish, { change, reason: 'A figure was wrong.' })

    expect(post.fields?.subject).toMatch(new RegExp(`.+${practiceInEnglish.title}$`))
    expect(post.text.split('\n')[0]).toContain('A figure was wrong.')
    // What was withdrawn is not to be read there any more.
    expect(post.text.includes(practiceInEnglish.url)).toBe(change === 'corrected')
  })
})

describe('entering it', () => {
  test('happens once for each post, with its picture first', async () => {
    const { releases, mailer } = listOf(3)
    const channel = open(mailer)
    const whole = { html: '<div><p>x</p></div>', files: [file('a.pdf', 10)] }
    const post = channel.compose(practiceInEnglish, { ...published, whole })
    const first = await publishPost(channel, post, options('k1'))

    expect(await publishPost(channel, post, options('k1'))).toEqual(first)
    expect(releases).toMatchObject([
      {
        key: 'k1',
        locale: 'en',
        change: 'published',
        item: { collection: 'practices', id: practiceInEnglish.id },
        replyTo: 'press@emen.example',
        files: [{ name: 'mentorat.jpg' }, { name: 'a.pdf' }],
      },
    ])
  })

  test('for nobody is told to a person; a correction for nobody is no fault', async () => {
    const channel = open(listOf(0).mailer)

    await expect(
      publishPost(channel, channel.compose(practiceInEnglish, published), options()),
    ).rejects.toMatchObject({ reason: 'rejected' })
    const correction = channel.compose(practiceInEnglish, { change: 'corrected', reason: 'x' })
    expect((await publishPost(channel, correction, options())).remoteUrl).toBeNull()
  })

  test('is impossible where nothing is sent', async () => {
    await expect(open().verify(options())).rejects.toMatchObject({ reason: 'misconfigured' })
    expect((await open(listOf(2).mailer).verify(options())).name).toBe('2 @ press@emen.example')
  })
})
