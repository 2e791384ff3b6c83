import { describe, expect, test } from 'vitest'

import { startFakeWordPress } from '../testing/services/fake-wordpress.ts'
import { submitOptions as options, publishPost } from '../testing/submit-post.ts'
import { open, practice, published, revised } from '../testing/wordpress-channel.ts'
import type { Receipt } from './channel.ts'

const withdrawalOf = (receipt: Receipt) =>
  ({ ...receipt, item: practice, locale: 'en', occurredAt: new Date(), reason: null }) as const

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
    const withdrawal = withdrawalOf(receipt)

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
      const withdrawal = withdrawalOf(receipt)
      await channel.remove(withdrawal, options('k1'))

      expect(site.newestText()).toBe('')
    },
  )

  test('who took it out of the trash again is found, and no second one is written', async () => {
    const { site, channel, receipt, id } = await start()
    await using _ = site
    const withdrawal = withdrawalOf(receipt)
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
  const receipt = await publishPost(channel, channel.compose(practice, published), options())
  const withdrawal = withdrawalOf(receipt)
  await channel.remove(withdrawal, options('k2'))

  expect(site.site.posts).toMatchObject([{ status: 'draft' }])
})
