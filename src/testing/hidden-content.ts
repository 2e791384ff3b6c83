import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { apiConsumer, signIn } from './api.ts'
import { createEveryKind } from './create-every-kind.ts'
import { practiceFacts, practiceTexts } from './create-practice.ts'
import { createSentIssue } from './create-sent-issue.ts'
import { paragraph } from './paragraph.ts'

/** Stands in everything that the public must not see, and in nothing else. */
export const HIDDEN = 'SECRET'

export type HiddenContent = Awaited<ReturnType<typeof createHidden>>

/**
 * One of everything that the public must not see: drafts, later drafts and withdrawn texts, people who did not agree, closed
 * sections, press contacts and subscribers. Around them what is public, in French alone, and a session of each kind of person.
 */
export async function createHidden(payload: Payload) {
  const kinds = await createEveryKind(payload, ['en', 'fr', 'el'], ['fr'])
  const issue = await createSentIssue(payload, ['fr'], kinds.ids.get('news') ?? '')
  const { around } = kinds
  const { organisation } = around
  const locale = 'fr' as const
  const person = async (name: string, consentToPublish: boolean) =>
    (await payload.create({ collection: 'people', locale, data: { name, consentToPublish } })).id
  const shy = await person(`${HIDDEN} person`, false)
  const open = await person('Open person', true)
  const facts = { ...practiceFacts(around), contributors: [shy, open] }
  const validation = { byNetwork: 'declined', expert: shy } as const
  const created = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...facts, ...practiceTexts(HIDDEN), validation } as never,
  })
  const practice = created.id
  const publish = (language: 'fr' | 'el', word: string) =>
    payload.update({
      collection: 'practices',
      id: practice,
      locale: language,
      data: { ...practiceTexts(word), _status: 'published' } as never,
    })
  await publish('fr', 'Public')
  // Published once, withdrawn since.
  await publish('el', HIDDEN)
  await payload.update({
    collection: 'practices',
    id: practice,
    locale: 'el',
    data: { _status: 'draft' } as never,
  })
  // A later draft of what is public.
  await payload.update({
    collection: 'practices',
    id: practice,
    locale,
    draft: true,
    data: practiceTexts(HIDDEN) as never,
  })
  const review = (
    await payload.create({
      collection: 'peer-reviews',
      locale,
      data: {
        title: 'Review',
        summary: 'Looked closely.',
        hostOrganisation: organisation,
        responsibleOrganisation: organisation,
        sourceLocale: 'fr',
        licence: around.terms.licences,
        facilitator: shy,
        peers: [{ person: shy, organisation }],
        findings: { isPublic: false, text: `${HIDDEN} findings` },
        recommendations: { isPublic: true, items: [{ text: 'Do more.' }] },
        _status: 'published',
      } as never,
    })
  ).id
  await payload.create({
    collection: 'projects',
    locale,
    data: {
      acronym: 'SAMPLE',
      title: 'Sample project',
      statement: 'co-funded',
      disclaimers: [{ locale: 'fr', text: 'Said.', source: 'Manual', approvedBy: `${HIDDEN} officer` }],
    },
  })
  await payload.create({
    collection: 'press-contacts',
    data: { name: `${HIDDEN} press`, email: 'secret@press.example', locale, consentBasis: 'asked' },
  })
  await payload.create({
    collection: 'pages',
    locale,
    draft: true,
    data: { title: `${HIDDEN} page`, body: paragraph(HIDDEN), kind: 'about' },
  })
  await databaseOf(payload).execute(sql`
    insert into subscribers (id, email, address_key, locale, status, confirmed_at)
    values (gen_random_uuid(), 'secret@reader.example', 'key', 'fr', 'active', now())
  `)
  await projectWork(payload)
  const session = async (person: Parameters<typeof signIn>[1]) => {
    const [, token] = (await signIn(payload, person)).split(' ')
    return { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' }
  }
  /** What a request of theirs brings along. */
  const people = new Map<string, Readonly<Record<string, string>>>()
  people.set('anyone', {})
  people.set('editor', await session({ roles: ['editor'] }))
  people.set('translator', await session({ roles: ['translator'], locales: ['en', 'fr'] }))
  people.set('contributor', await session({ roles: ['contributor'], organisation }))
  people.set('partner', { Authorization: await apiConsumer(payload, { ratePerMinute: 100_000 }) })
  return { kinds, issue, practice, review, people }
}
