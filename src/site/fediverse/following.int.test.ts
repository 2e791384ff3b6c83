import { describe, expect, test } from 'vitest'

import { ownFederation } from '../../dissemination/fediverse/own-federation.ts'
import { contents, followedNetwork, revised } from '../../testing/followed-network.ts'
import { practiceInArabic, practiceInEnglish, practiceInFrench } from '../../testing/items.ts'

const network = await followedNetwork()
const { payload, start, states, followers } = network

describe('a reader on another server', () => {
  test('follows the account of one language, is accepted, and gets posts in that language alone', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-fr'))
    await it.publish(practiceInEnglish, 'k1')
    await it.publish(practiceInFrench, 'k2')
    await it.deliver()

    expect(it.peer.acceptedBy).toEqual([it.actor('news-fr')])
    expect([...it.peer.notes.values()]).toEqual([
      {
        content: expect.stringContaining(`<strong>${practiceInFrench.title}</strong>`),
        languages: ['fr'],
        url: practiceInFrench.url,
        alt: practiceInFrench.image?.alt ?? null,
      },
    ])
  })

  test('sees what was corrected, and no more what was withdrawn', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    const { remoteId } = await it.publish(practiceInEnglish)
    await it.deliver()
    await it.revise(remoteId, revised, 'k2')
    await it.deliver()

    expect(contents(it.peer)).toEqual([expect.stringContaining(revised.title)])
    await it.withdraw(remoteId)
    await it.deliver()
    expect(it.peer.received).toEqual(['Accept', 'Create', 'Update', 'Delete'])
    expect(contents(it.peer)).toEqual([])
  })

  test('who follows no more gets nothing new, and loses what is withdrawn', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    const { remoteId } = await it.publish(practiceInEnglish)
    await it.deliver()
    await it.peer.unfollow(it.actor('news-en'))
    await it.publish({ ...practiceInEnglish, title: 'Another' }, 'k2')
    await it.withdraw(remoteId)
    await it.deliver()

    expect(it.peer.received).toEqual(['Accept', 'Create', 'Delete'])
    expect(await followers()).toEqual([])
  })

  test('whose account is removed is forgotten', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    expect(await followers()).toEqual([it.peer.actorOf()])
    await it.peer.removeReader(it.actor('news-en'))

    expect(await followers()).toEqual([])
  })

  test('and another there get a post once, over the inbox that they share', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'), 'ada')
    await it.peer.follow(it.actor('news-en'), 'grace')
    await it.publish(practiceInEnglish)
    await it.deliver()

    expect(await states()).toEqual(['accept delivered', 'accept delivered', 'create delivered'])
  })

  test('is reached at an inbox of their own where their server shares none', async () => {
    await using it = await start({ ownInboxes: true })
    await it.peer.follow(it.actor('news-ar'))
    await it.publish(practiceInArabic)
    await it.deliver()

    expect([...it.peer.notes.values()].map(({ languages }) => languages)).toEqual([['ar']])
  })
})

describe('the accounts', () => {
  test('are found by their names, say who they are in their language, and show what they posted', async () => {
    await using it = await start()
    const { host } = new URL(it.site.url)
    const { remoteId } = await it.publish(practiceInArabic)
    const finger = await read(`${it.site.url}/.well-known/webfinger?resource=acct:news-ar@${host}`)
    const self = finger.links.find(({ rel }: { rel: string }) => rel === 'self').href
    const actor = await read(self)
    const outbox = await read(actor.outbox)

    expect(self).toBe(it.actor('news-ar'))
    expect(actor).toMatchObject({
      type: 'Service',
      preferredUsername: 'news-ar',
      name: 'Sample network (العربية)',
    })
    expect(outbox.orderedItems[0].object).toMatchObject({
      id: remoteId,
      contentMap: { ar: expect.anything() },
    })
    expect(JSON.stringify(actor)).not.toContain('"d":')
  })

  test('tell how many follow, not who', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    const told = await read(`${it.actor('news-en')}/followers`)

    expect(told).toMatchObject({ totalItems: 1, orderedItems: [] })
  })

  test('lead a browser to the page, and a program to the data', async () => {
    await using it = await start()
    const { remoteId } = await it.publish(practiceInEnglish)
    const open = (address: string) => fetch(address, { headers: { accept: 'text/html' }, redirect: 'manual' })
    const post = await open(remoteId)

    expect([post.status, post.headers.get('location'), post.headers.get('vary')]).toEqual([
      303,
      practiceInEnglish.url,
      'Accept',
    ])
    expect((await open(it.actor('news-en'))).headers.get('location')).toBe(`${it.site.url}/en`)
  })

  test('keep a withdrawn post as a tombstone, which says nothing of what it was', async () => {
    await using it = await start()
    const { remoteId } = await it.publish(practiceInEnglish)
    await it.withdraw(remoteId)
    const answer = await fetch(remoteId, { headers: { accept: 'application/activity+json' } })
    const said = await answer.text()

    expect(answer.status).toBe(410)
    expect(JSON.parse(said)).toMatchObject({ id: remoteId, type: 'Tombstone' })
    expect(said).not.toContain(practiceInEnglish.title)
  })

  test.for([
    'acct:news-en@elsewhere.example',
    'acct:nobody@HOST',
    'acct:news-en',
    'acct:\0@HOST',
    'https://elsewhere.example/news-en',
  ])('are none that are asked for as %s', async (resource) => {
    await using it = await start()
    const asked = encodeURIComponent(resource.replace('HOST', new URL(it.site.url).host))

    expect((await fetch(`${it.site.url}/.well-known/webfinger?resource=${asked}`)).status).toBe(404)
  })

  test('have names that are for ever, and no other channel can have', async () => {
    await using it = await start()
    const federation = (id: string) => ownFederation(payload, id, it.site.url)
    const other = '019ad000-0000-7000-8000-000000000001'
    const post = {
      locale: 'en',
      url: 'https://emen.example/en',
      html: '',
      hashtags: [],
      image: null,
    } as const

    expect(await federation(network.channelId).accounts('other')).toEqual({
      fault: 'renamed',
      username: 'news-en',
    })
    expect(await federation(other).publish('news', post, 'x')).toEqual({
      fault: 'taken',
      username: 'news-en',
    })
  })
})

const read = async (address: string) =>
  JSON.parse(await (await fetch(address, { headers: { accept: 'application/activity+json' } })).text())
