import config from '@payload-config'
import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import type { Locale } from '../i18n/locales.ts'
import { rest, signIn } from './api.ts'
import { createSurroundings, practiceFacts, practiceTexts } from './create-practice.ts'

/** For the top of a test file: a practice in each test that is public in English and French and written in Greek, and its editor. */
export async function editedPractice() {
  const payload = await getPayload({ config })
  const around = await createSurroundings(payload, ['en', 'fr', 'el', 'de'])
  const editor = await signIn(payload, { roles: ['editor'] })
  const on = { id: '' }
  afterAll(() => payload.destroy())

  /** Another such practice. Answers its id. */
  async function practice(): Promise<string> {
    const created = await payload.create({
      collection: 'practices',
      locale: 'en',
      draft: true,
      data: {
        ...practiceFacts(around),
        ...practiceTexts('English'),
        funding: [{ source: 'First fund', amount: 10 }],
        scores: [],
      },
    })
    for (const [locale, word] of [
      ['fr', 'French'],
      ['el', 'Greek'],
    ] as const)
      await payload.update({
        collection: 'practices',
        id: created.id,
        locale,
        draft: true,
        data: { ...practiceTexts(word), slug: crypto.randomUUID() },
      })
    await rest(`/publication/practices/${created.id}`, {
      as: editor,
      method: 'POST',
      body: { action: 'publish', locales: ['en', 'fr'] },
    })
    return created.id
  }

  beforeEach(async () => {
    on.id = await practice()
  })

  /** An editor saves something of it. */
  const patch = (query: string, body: object, as = editor) =>
    rest(`/practices/${on.id}?${query}`, { as, method: 'PATCH', body })

  /** An editor publishes it in languages, or takes them back. */
  const change = (action: string, locales: unknown, target = on.id) =>
    rest(`/publication/practices/${target}`, { as: editor, method: 'POST', body: { action, locales } })

  /** What the public reads in a locale. */
  const read = async (locale: string, target = on.id) => {
    const { status, body } = await rest(`/practices/${target}?locale=${locale}&depth=0`)
    return status === 200 ? body : null
  }

  const publicTitle = async (locale: string, target = on.id): Promise<unknown> =>
    (await read(locale, target))?.title ?? null

  /** What an editor opens in a language. */
  const opened = (locale: Locale, target = on.id) =>
    rest(`/practices/${target}?locale=${locale}&draft=true&depth=0`, { as: editor }).then(({ body }) => body)

  return Object.assign(on, { practice, payload, around, editor, patch, change, read, publicTitle, opened })
}
