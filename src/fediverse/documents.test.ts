import { preloadedContexts } from '@fedify/fedify/runtime'
import {
  Accept,
  Create,
  Delete,
  Note,
  OrderedCollection,
  PUBLIC_COLLECTION,
  Service,
  Update,
} from '@fedify/fedify/vocab'
import { describe, expect, test } from 'vitest'

import { addressesAt } from './addresses.ts'
import {
  acceptActivity,
  activityAddress,
  type FederatedObject,
  followersDocument,
  objectDocument,
  outboxDocument,
  postActivity,
} from './documents.ts'
import { actorDocument } from './server-documents.ts'

const addresses = addressesAt('https://emen.example')
const username = 'news-ar'
const object: FederatedObject = {
  id: 'abc',
  note: {
    locale: 'ar',
    url: 'https://emen.example/ar/practices/x',
    html: '<p>مرحبا</p>',
    hashtags: ['#عمل'],
    image: { url: 'https://emen.example/a.jpg', alt: 'صورة', type: 'image/jpeg' },
  },
  revision: 0,
  createdAt: new Date('2026-03-01T08:00:00Z'),
  updatedAt: new Date('2026-03-02T08:00:00Z'),
  removedAt: null,
}

/** Another’s reading of them, which knows the vocabularies that it came with and asks nobody for more. */
const options = {
  contextLoader: async (address: string) => {
    const document = preloadedContexts[address]
    if (document === undefined) throw new Error(`nobody knows ${address}`)
    return { contextUrl: null, documentUrl: address, document }
  },
  documentLoader: () => Promise.reject(new Error('nothing is to be fetched')),
}

describe('what we serve is read by others as', () => {
  test('an account with a key of its own', async () => {
    const { publicKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    )
    const encoded = Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64')
    const pem = `-----BEGIN PUBLIC KEY-----\n${encoded}\n-----END PUBLIC KEY-----\n`
    const profile = { name: 'EMEN', summary: '<p>x</p>', url: 'https://emen.example/ar', iconUrl: null }
    const actor = await Service.fromJsonLd(
      actorDocument({ username, publicKey: pem }, profile, addresses),
      options,
    )
    const key = await actor.getPublicKey(options)

    expect(actor.id?.href).toBe('https://emen.example/fediverse/actors/news-ar')
    expect(actor.endpoints?.sharedInbox?.href).toBe(addresses.sharedInbox)
    expect([key?.id?.href, key?.ownerId?.href]).toEqual([addresses.key(username), actor.id?.href])
  })

  test('a public note in one language, with its picture in words', async () => {
    const note = await Note.fromJsonLd(objectDocument(object, username, addresses), options)
    const alts: string[] = []
    for await (const each of note.getAttachments(options)) alts.push(String(each.name))

    expect(note.contents.map(String)).toEqual(['<p>مرحبا</p>', '<p>مرحبا</p>'])
    expect(note.contents.flatMap((each) => (typeof each === 'string' ? [] : [String(each.locale)]))).toEqual([
      'ar',
    ])
    expect(note.toIds).toEqual([PUBLIC_COLLECTION])
    expect(note.attributionId?.href).toBe(addresses.actor(username))
    expect(alts).toEqual(['صورة'])
    expect(note.updated).toBeNull()
    // Programs would hide the post behind it.
    expect(note.summary).toBeNull()
  })

  test('activities that keep their names', async () => {
    const revised = { ...object, revision: 2 }
    const create = postActivity(
      { id: activityAddress.create('abc', addresses), kind: 'create', object, username },
      addresses,
    )
    const update = postActivity(
      { id: activityAddress.update('abc', 2, addresses), kind: 'update', object: revised, username },
      addresses,
    )

    expect((await Create.fromJsonLd(create, options)).id?.href).toBe(`${addresses.post('abc')}#create`)
    expect((await Update.fromJsonLd(update, options)).id?.href).toBe(`${addresses.post('abc')}#update-2`)
    expect(String((await (await Update.fromJsonLd(update, options)).getObject(options))?.updated)).toBe(
      '2026-03-02T08:00:00Z',
    )
  })

  test.for(['create', 'update', 'delete'] as const)(
    'a removal of what was withdrawn, also where a late %s is delivered',
    async (kind) => {
      const gone = { ...object, note: null, removedAt: new Date('2026-03-03T08:00:00Z') }
      const late = postActivity(
        { id: `${addresses.post('abc')}#late`, kind, object: gone, username },
        addresses,
      )
      const read = await Delete.fromJsonLd(late, options)

      expect(read.objectId?.href).toBe(addresses.post('abc'))
      expect(JSON.stringify(late)).not.toContain('مرحبا')
    },
  )

  test('the word that a follow is accepted', async () => {
    const follow = { id: 'https://a.example/1', actor: 'https://a.example/ada' }
    const accept = await Accept.fromJsonLd(
      acceptActivity(`${addresses.actor(username)}#accept-1`, follow, username, addresses),
      options,
    )

    expect([accept.objectId?.href, accept.actorId?.href]).toEqual([follow.id, addresses.actor(username)])
  })

  test('lists of posts, and of followers whom it does not name', async () => {
    const outbox = await OrderedCollection.fromJsonLd(
      outboxDocument(username, 7, [object], addresses),
      options,
    )
    const followers = await OrderedCollection.fromJsonLd(followersDocument(username, 9, addresses), options)

    expect([outbox.totalItems, outbox.itemIds.map(({ href }) => href)]).toEqual([
      7,
      [`${addresses.post('abc')}#create`],
    ])
    expect([followers.totalItems, followers.itemIds]).toEqual([9, []])
  })
})

test.for([
  ['https://emen.example/fediverse/actors/news-ar', 'news-ar'],
  ['https://emen.example/fediverse/actors/news-ar/inbox', null],
  ['https://elsewhere.example/fediverse/actors/news-ar', null],
  ['https://emen.example/fediverse/actors/', null],
] as const)('whose account %s is', ([address, username]) => {
  expect(addresses.usernameIn(address)).toBe(username)
})
