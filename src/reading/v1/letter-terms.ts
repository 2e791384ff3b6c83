import type { Payload } from 'payload'

import { acknowledgementOf, type StoredProject } from '../../content/acknowledgement.ts'
import { coordinatorOf } from '../../content/network-acknowledgements.ts'
import { organisationNamesOf } from '../../content/organisation-names.ts'
import { siteUrl } from '../../content/site-url.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { FundingNote } from '../contract/document.ts'
import { freshen } from '../documents/freshen.ts'

/** What a letter says of those who paid, in its own language. */
type LetterFunding = Pick<FundingNote, 'project' | 'statement' | 'text' | 'emblemUrl' | 'disclaimer'>

/** What must stand beside the words of a letter. No licence: letters are given under none. */
export interface LetterTerms {
  /** The words by which to name the source. */
  readonly attribution: string
  readonly funding: readonly LetterFunding[]
}

export interface IssueTerms extends LetterTerms {
  /** Whether words in it come from a machine and no person has approved them. */
  readonly machineTranslated: boolean
}

/** By the newsletter's id: who sends it and which project pays for it. */
export async function termsOfNewsletters(
  payload: Payload,
  locale: Locale,
): Promise<(newsletterId: string) => LetterTerms> {
  const { docs } = await payload.find({
    collection: 'newsletters',
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 1,
    pagination: false,
    select: { project: true },
    populate: {
      projects: { acronym: true, awardSigned: true, statement: true, disclaimers: true, coordinator: true },
    },
  })
  const projects = new Map(
    docs.map(({ id, project }) => [String(id), project as unknown as StoredProject | string | null]),
  )
  const names = await organisationNamesOf([...projects.values()].map(answering), databaseOf(payload))
  const attribution = await networkName(payload, locale)
  return (id) => {
    const project = projects.get(id)
    const given =
      typeof project === 'object' && project !== null
        ? acknowledgementOf(project, { locale, responsible: names.get(answering(project)) ?? {} })
        : []
    return {
      attribution,
      funding: given.map(({ emblem, ...note }) =>
        inLanguage({ ...note, emblemUrl: emblem ? siteUrl('/brand/eu-emblem.png') : null }, locale),
      ),
    }
  }
}

/** The id of who answers for a project's letters. Empty: nobody is named. */
const answering = (project: StoredProject | string | null | undefined): string =>
  typeof project === 'object' && project !== null ? coordinatorOf(project) : ''

/**
 * By the edition's id: its newsletter's terms, and what the items that it shows say of themselves as they are public now.
 * @param editions of one language.
 */
export async function termsOfIssues(
  payload: Payload,
  locale: Locale,
  editions: readonly { readonly id: string; readonly newsletterId: string }[],
): Promise<(edition: { readonly id: string; readonly newsletterId: string }) => IssueTerms> {
  await freshen(payload)
  const newsletter = await termsOfNewsletters(payload, locale)
  const { rows } = await databaseOf(payload).execute<{
    id: string
    machine: boolean
    funding: readonly (readonly LetterFunding[])[]
  }>(sql`
    select edition.id, bool_or((shown.document ->> 'machineTranslated')::boolean) as machine,
      jsonb_agg(shown.document -> 'funding') as funding
    from editions edition
    cross join lateral jsonb_array_elements(edition.manifest) entry
    join public_documents shown on shown.collection = entry ->> 'collection'
      and shown.item_id = (entry ->> 'id')::uuid and shown.locale = entry ->> 'shownIn'
    where edition.id in (select jsonb_array_elements_text(${JSON.stringify(editions.map(({ id }) => id))}::jsonb)::uuid)
      and shown.document is not null and not shown.hidden
    group by edition.id
  `)
  const shown = new Map(rows.map((row) => [row.id, row]))
  return ({ id, newsletterId }) => {
    const { attribution, funding } = newsletter(newsletterId)
    const items = shown.get(id)
    const ofItems = items?.funding.flat().map((note) => inLanguage(note, locale)) ?? []
    return {
      attribution,
      funding: [...new Map([...funding, ...ofItems].map((note) => [JSON.stringify(note), note])).values()],
      machineTranslated: items?.machine ?? false,
    }
  }
}

/** An item may be shown in another language than the letter's: the statement is the letter's all the same. */
const inLanguage = (
  { project, statement, emblemUrl, disclaimer }: Omit<LetterFunding, 'text'>,
  locale: Locale,
): LetterFunding => ({
  project,
  statement,
  text: translator(locale, 'terms')(`acknowledgement.${statement}`),
  emblemUrl,
  disclaimer: disclaimer && { text: disclaimer.text, locale: disclaimer.locale },
})

/** In the language, or else in any: a name is a name. */
async function networkName(payload: Payload, locale: Locale): Promise<string> {
  const named = { slug: 'network', depth: 0, select: { name: true } } as const
  const { name } = await payload.findGlobal({ ...named, locale, fallbackLocale: false })
  return name || (await payload.findGlobal(named)).name || ''
}
