import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { editionToKeep } from '../../dissemination/compose/edition-to-keep.ts'
import { readIssue } from '../../dissemination/issue-source.ts'
import { editionsNow, renderIssue } from '../../dissemination/render-issue.ts'
import { keepEdition } from '../../ledger/editions.ts'
import { demoIssues } from '../network/issues/all.ts'
import type { DemoIssue, DemoPart } from '../network/issues/demo-issue.ts'
import { demoNewsletters, type NewsletterKey, postalAddress } from '../network/newsletters.ts'
import { demoLocales, type Texts } from '../network/shapes.ts'
import { type ItemIds, idOf } from './items.ts'
import { keepRow } from './keep-row.ts'
import { eachInTurn, type OnProgress } from './progress.ts'

export type NewsletterIds = ReadonlyMap<NewsletterKey, string>

/** The newsletters, what they sent before and what waits to be sent. */
export async function loadLetters(
  payload: Payload,
  { project, items }: { readonly project: string; readonly items: ItemIds },
  onProgress: OnProgress,
): Promise<NewsletterIds> {
  const newsletters = new Map<NewsletterKey, string>()
  for (const { key, texts, locales, ...policy } of demoNewsletters) {
    const id = await keepRow(
      payload,
      { collection: 'newsletters', where: { slug: { equals: key } } },
      {
        ...policy,
        ...byField(texts, ['name', 'description', 'fromName']),
        slug: key,
        locales: [...locales],
        fallbackLocale: 'en',
        replyTo: 'letters@emen.example',
        postalAddress,
        project,
      },
    )
    newsletters.set(key, id)
  }
  await eachInTurn('letters', demoIssues, onProgress, async (issue) => {
    const newsletter = newsletters.get(issue.newsletter)
    const id = await keepIssue(payload, issue, { newsletter, items })
    if (issue.sentAt !== null) await freeze(payload, id)
  })
  return newsletters
}

interface Known {
  readonly newsletter: string | undefined
  readonly items: ItemIds
}

const keepIssue = (
  payload: Payload,
  { number, design, sentAt, contents, texts }: DemoIssue,
  known: Known,
): Promise<string> =>
  keepRow(
    payload,
    {
      collection: 'issues',
      where: { newsletter: { equals: known.newsletter }, number: { equals: number } },
    },
    {
      ...byField(texts, ['subject', 'preheader', 'intro']),
      newsletter: known.newsletter,
      number,
      design,
      contents: contents.map((part) => stored(part, known)),
      state: sentAt === null ? 'draft' : 'sent',
      sentAt: sentAt === null ? null : `${sentAt}:00Z`,
    },
  )

const stored = (part: DemoPart, { items }: Known) =>
  part.kind === 'items'
    ? {
        blockType: 'items',
        heading: part.heading ?? {},
        items: part.items.map((item) => ({ relationTo: item.collection, value: idOf(item, items) })),
      }
    : { blockType: 'text', heading: part.heading, body: part.body }

/** Keeps the editions of an issue from before this network was loaded, for reading. Nobody is said to have got them. */
async function freeze(payload: Payload, issueId: string): Promise<void> {
  const issue = await readIssue(payload, issueId)
  if (issue === null) return
  const editions = await editionsNow(payload, issue)
  const editionLocales = editions.map(({ locale }) => locale)
  for (const edition of editions) {
    const rendered = await renderIssue(payload, issue, edition, { editionLocales, test: false })
    await keepEdition(editionToKeep(issueId, rendered), databaseOf(payload))
  }
}

/** `{en: {name}, fr: {name}}` → `{name: {en, fr}}`, as localised fields are stored. */
const byField = <Field extends string>(
  texts: Texts<Readonly<Partial<Record<Field, string>>>>,
  fields: readonly Field[],
) =>
  Object.fromEntries(
    fields.map((field) => [
      field,
      Object.fromEntries(
        demoLocales.flatMap((locale) => {
          const text = texts[locale]?.[field]
          return text === undefined ? [] : [[locale, text]]
        }),
      ),
    ]),
  )
