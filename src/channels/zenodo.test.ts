import { describe, expect, test } from 'vitest'

import type { PublishedItem } from '../content/published-item.ts'
import { locales } from '../i18n/locales.ts'
import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { startFakeZenodo, zenodoToken } from '../testing/services/fake-zenodo.ts'
import { publishPost, submitOptions, updatePost } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { zenodo } from './zenodo.ts'

const settings = { creator: 'EMEN network', community: 'emen', grant: '101234567' }
const accountWith = (accessToken: string) => (baseUrl: string) => ({
  baseUrl,
  settings,
  secrets: { accessToken },
})
const wholeAt = (url: string) => ({
  html: '<p>All of it.</p>',
  files: [{ url: `${url}/own/report.pdf`, name: 'report.pdf', type: 'application/pdf', bytes: 13 }],
})
const publication: PublishedItem = { ...practiceInEnglish, collection: 'publications', image: null }
const published = { change: 'published' } as const
const open = (baseUrl: string, changed: Partial<typeof settings> = {}) =>
  openService(
    zenodo,
    { baseUrl, settings: { ...settings, ...changed }, secrets: { accessToken: zenodoToken } },
    { allowedPrivateHosts: [new URL(baseUrl).host], publicUrl: 'https://emen.example' },
  )
const nowhere = (changed: Partial<typeof settings> = {}) => open('https://zenodo.org', changed)
const metadataOf = (item: PublishedItem, changed: Partial<typeof settings> = {}) =>
  JSON.parse(nowhere(changed).compose(item, published).text)

describeChannel({
  service: zenodo,
  startService: startFakeZenodo,
  isSubmission: ({ path }) => path.endsWith('/actions/publish'),
  account: accountWith(zenodoToken),
  stranger: accountWith('wrong'),
  whole: wholeAt,
  reasons: { 500: 'unconfirmed' },
})

describe('a record', () => {
  test('says what a library asks for', () => {
    expect(metadataOf(publication)).toEqual({
      upload_type: 'publication',
      publication_type: 'report',
      title: publication.title,
      creators: [{ name: 'EMEN network' }],
      description: `<p>${publication.summary}</p><p>Co-funded by the European Union</p>`,
      publication_date: '2026-03-02',
      access_right: 'open',
      license: 'cc-by-4.0',
      language: 'eng',
      keywords: ['mentoring', 'social economy', 'access to finance'],
      related_identifiers: [
        { identifier: publication.url, relation: 'isIdenticalTo', scheme: 'url' },
        { identifier: publication.alternates.fr, relation: 'isOriginalFormOf', scheme: 'url' },
        { identifier: publication.alternates.ar, relation: 'isOriginalFormOf', scheme: 'url' },
      ],
      communities: [{ identifier: 'emen' }],
      grants: [{ id: '10.13039/501100000780::101234567' }],
    })
  })

  test('of a translation names its original, and no grant that it does not acknowledge', () => {
    const { related_identifiers, grants, language } = metadataOf({ ...publication, ...practiceInFrench })

    expect(related_identifiers).toEqual([
      { identifier: practiceInFrench.url, relation: 'isIdenticalTo', scheme: 'url' },
      { identifier: practiceInFrench.alternates.en, relation: 'isVariantFormOf', scheme: 'url' },
    ])
    expect([grants, language]).toEqual([undefined, 'fra'])
  })

  test('has a language of three letters in every locale', () => {
    for (const locale of locales)
      expect(metadataOf({ ...publication, acknowledgements: [], locale }).language).toMatch(/^[a-z]{3}$/)
  })

  test.for([
    ['https://creativecommons.org/licenses/by-sa/3.0/', 'cc-by-sa-3.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'cc0-1.0'],
  ] as const)('under %s is licensed as %s', ([url, license]) => {
    expect(metadataOf({ ...publication, licence: { name: 'x', url } }).license).toBe(license)
  })

  const faultsOf = (item: PublishedItem, files = wholeAt('https://emen.example').files, creator = '') => {
    const channel = nowhere({ creator })
    return channel.validate(channel.compose(item, { ...published, whole: { html: '', files } }))
  }
  test.for([
    ['a file', { organisation: 'AEIDL' }, [], ['missing-file']],
    ['an author', { organisation: null }, undefined, ['missing-metadata']],
    ['a licence', { organisation: 'AEIDL', licence: null }, undefined, ['missing-metadata']],
    ['nothing', { organisation: 'AEIDL' }, undefined, []],
  ] as const)('that lacks %s is found before anything is sent', ([, changes, files, faults]) => {
    expect(faultsOf({ ...publication, ...changes }, files && [...files])).toEqual(faults)
  })
})

const posted = async () => {
  const service = await startFakeZenodo()
  const channel = open(service.url)
  const compose = (item = publication) => channel.compose(item, { ...published, whole: wholeAt(service.url) })
  return { service, channel, compose }
}

test('a record that stands has a DOI, and can be opened', async () => {
  const { channel, compose, service } = await posted()
  await using _ = service
  const { doi, remoteId, remoteUrl } = await publishPost(channel, compose(), submitOptions())

  expect(doi).toBe(`10.5072/zenodo.${remoteId}`)
  expect(remoteUrl).toBe(`${service.url}/records/${remoteId}`)
})

test('preparing shows nothing, and is taken up again where it stopped', async () => {
  const { channel, compose, service } = await posted()
  await using _ = service
  const first = await channel.prepare?.(compose(), { ...submitOptions('k1'), standing: null })
  const second = await channel.prepare?.(compose(), { ...submitOptions('k1'), standing: null })

  expect(second).toEqual(first)
  expect(service.depositions()).toHaveLength(1)
  expect(service.standing()).toEqual([])
  expect([...(service.depositions()[0]?.files.keys() ?? [])]).toEqual(['report.pdf'])
})

test('other words are the same record, another file a new version of it', async () => {
  const { channel, compose, service } = await posted()
  await using _ = service
  const first = await publishPost(channel, compose(), submitOptions('k1'))
  const reworded = await updatePost(
    channel,
    first,
    compose({ ...publication, title: 'Other' }),
    submitOptions('k2'),
  )
  expect(reworded.doi).toBe(first.doi)

  service.own.file = 'other edition'
  const next = await updatePost(channel, reworded, compose(), submitOptions('k3'))
  expect(next.doi).not.toBe(first.doi)
  expect(service.standing()).toEqual([publication.url])
  expect(new Set(service.depositions().map(({ concept }) => concept)).size).toBe(1)
})

test('a page that moved is the same record, also where a draft names the new address, and with another file', async () => {
  const { channel, compose, service } = await posted()
  await using _ = service
  const first = await publishPost(channel, compose(), submitOptions('k1'))
  const moved = { ...publication, url: `${publication.url}-2`, title: 'Moved' }
  const [stray = ''] =
    (await channel.prepare?.(compose(moved), { ...submitOptions('k2'), standing: null })) ?? []
  const second = await updatePost(channel, first, compose(moved), submitOptions('k3'))

  expect(second).toMatchObject({ remoteId: first.remoteId, doi: first.doi })
  expect(service.standing()).toEqual([moved.url])
  service.own.file = 'other edition'
  await updatePost(channel, second, compose(moved), submitOptions('k4'))
  expect(service.standing()).toEqual([moved.url])

  const astray = channel.update(
    { ...second, overwrite: false },
    { post: compose(moved), media: [stray] },
    submitOptions('k5'),
  )
  await expect(astray).rejects.toMatchObject({ reason: 'rejected' })
  expect(service.standing()).toEqual([moved.url])
})

test('what somebody rewrote there is left as it is, what somebody added is kept', async () => {
  const { channel, compose, service } = await posted()
  await using _ = service
  const cited = { identifier: 'https://doi.org/10.5072/1', relation: 'cites', scheme: 'url' }
  const receipt = await publishPost(channel, compose(), submitOptions('k1'))
  service.rewrite({
    related_identifiers: [{ identifier: publication.url, relation: 'isIdenticalTo' }, cited],
  })
  const second = await updatePost(
    channel,
    receipt,
    compose({ ...publication, title: 'Other' }),
    submitOptions('k2'),
  )
  expect(service.depositions()[0]?.record).toMatchObject({
    title: 'Other',
    related_identifiers: expect.arrayContaining([cited]),
  })

  service.rewrite({ title: 'By hand' })
  expect(await channel.probe?.(second, submitOptions())).toBe('changed')
  await expect(updatePost(channel, second, compose(), submitOptions('k3'))).rejects.toMatchObject({
    reason: 'changed-there',
  })
  expect(service.depositions()[0]).toMatchObject({ state: 'done', record: { title: 'By hand' } })
})

test('a draft is no record: it is not taken for one that was lost', async () => {
  const { channel, compose, service } = await posted()
  await using _ = service
  await channel.prepare?.(compose(), { ...submitOptions(), standing: null })

  expect(await channel.find?.(compose(), submitOptions())).toBeNull()
})
