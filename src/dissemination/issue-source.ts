import type { CollectionSlug, Payload } from 'payload'

import { readCondition, type SegmentCondition } from '../audience/segments/segment-condition.ts'
import { acknowledgementOf, type StoredProject } from '../content/acknowledgement.ts'
import { coordinatorOf } from '../content/network-acknowledgements.ts'
import { type Names, organisationNamesOf } from '../content/organisation-names.ts'
import {
  type Acknowledgement,
  type ContentCollection,
  type ItemReference,
  isContentCollection,
} from '../content/published-item.ts'
import { databaseOf } from '../database/database.ts'
import type { LocalePolicy } from '../i18n/choose-locale.ts'
import { isLocale, type Locale, sourceLocale } from '../i18n/locales.ts'
import { hasInterface } from '../i18n/translator.ts'
import type { LanguageRule } from '../ledger/issue-languages.ts'
import type { ItemFallback } from './compose-editions.ts'

/** Texts that somebody wrote, by language. */
export type ByLocale = Readonly<Partial<Record<Locale, string>>>

/** An issue with everything that its editions need, in all its languages. */
export interface IssueSource {
  readonly id: string
  readonly number: number
  /** When it was sent; now, when it was not. */
  readonly date: Date
  readonly state: 'draft' | 'scheduled' | 'preparing' | 'sending' | 'paused' | 'sent' | 'cancelled'
  readonly subject: ByLocale
  readonly preheader: ByLocale
  readonly intro: ByLocale
  readonly design: 'digest' | 'announcement' | 'invitation'
  /** In their order. */
  readonly contents: readonly IssuePart[]
  /** All items of its contents, each once, in their order. */
  readonly items: readonly ItemReference[]
  /** Further newsletters whose readers get it too. */
  readonly alsoTo: readonly string[]
  readonly newsletter: NewsletterSource
  readonly networkName: ByLocale
  /** Null: it goes to all subscribers of its newsletter. */
  readonly segment: SegmentSource | null
}

/** Items under a heading of their own or none, or a few words that stand in this issue alone. */
export type IssuePart =
  | { readonly kind: 'items'; readonly heading: ByLocale; readonly items: readonly ItemReference[] }
  | {
      readonly kind: 'text'
      readonly heading: ByLocale
      readonly body: ByLocale
      readonly linkText: ByLocale
      /** Null: it leads nowhere. */
      readonly link: string | null
    }

interface SegmentSource {
  readonly id: string
  readonly name: string
  /** Null: it cannot be read, so that nobody can be chosen by it. */
  readonly condition: SegmentCondition | null
}

interface NewsletterSource {
  readonly id: string
  readonly slug: string
  readonly name: ByLocale
  readonly fromName: ByLocale
  /** Null: answers go to the sender. */
  readonly replyTo: string | null
  readonly postalAddress: string
  /** Those that it comes in, as far as the network has enabled them and we have texts for its mails. */
  readonly locales: readonly Locale[]
  readonly itemFallback: ItemFallback
  /** What those get who read none of an issue's languages. */
  readonly policy: LocalePolicy<Locale>
  /** What is done about a language that is not ready when an issue leaves, where nobody decided otherwise for the issue. */
  readonly notReady: {
    readonly rule: LanguageRule
    /** How long it is held. */
    readonly hours: number
    readonly afterwards: 'fallback' | 'skip'
  }
  acknowledgementsIn(locale: Locale): Acknowledgement[]
}

/** Where a newsletter says nothing. */
const HOLD_HOURS = 24

interface StoredIssue {
  readonly id: string
  readonly number?: number | null
  readonly sentAt?: string | null
  readonly state: IssueSource['state']
  readonly newsletter: string
  readonly segment?: string | null
  readonly subject?: ByLocale | null
  readonly preheader?: ByLocale | null
  readonly intro?: ByLocale | null
  readonly design?: IssueSource['design'] | null
  readonly alsoTo?: readonly string[] | null
  readonly contents?: readonly StoredPart[] | null
}

interface StoredPart {
  readonly blockType: 'items' | 'text'
  readonly heading?: ByLocale | null
  readonly items?: readonly { readonly relationTo: string; readonly value: unknown }[] | null
  readonly body?: ByLocale | null
  readonly linkText?: ByLocale | null
  readonly link?: string | null
}

interface StoredNewsletter {
  readonly id: string
  readonly slug: string
  readonly name?: ByLocale | null
  readonly fromName?: ByLocale | null
  readonly replyTo?: string | null
  readonly postalAddress?: string | null
  readonly locales?: readonly string[] | null
  readonly itemFallback?: ItemFallback | null
  readonly editionFallback?: 'fallback-locale' | 'skip' | null
  readonly fallbackLocale?: string | null
  readonly notReady?: LanguageRule | null
  readonly holdHours?: number | null
  readonly afterHold?: 'fallback' | 'skip' | null
  readonly project?: string | null
}

interface StoredSegment {
  readonly id: string
  readonly name: string
  readonly condition?: unknown
}

interface StoredNetwork {
  readonly name?: ByLocale | null
  readonly enabledLocales?: readonly string[] | null
  readonly fallbackLocales?: readonly string[] | null
  readonly postalAddress?: string | null
}

/**
 * Null when there is no such issue.
 * @param now the date of an issue that was not sent yet.
 */
export async function readIssue(
  payload: Payload,
  issueId: string,
  now = new Date(),
): Promise<IssueSource | null> {
  const issue = await stored<StoredIssue>(payload, 'issues', issueId)
  if (issue === null) return null
  const newsletter = await stored<StoredNewsletter>(payload, 'newsletters', issue.newsletter)
  if (newsletter === null) return null
  const network = (await payload.findGlobal({
    slug: 'network',
    locale: 'all',
    depth: 0,
  })) as unknown as StoredNetwork
  const project = newsletter.project
    ? await stored<StoredProject>(payload, 'projects', newsletter.project)
    : null
  const contents = (issue.contents ?? []).map(partOf)
  return {
    id: issue.id,
    number: issue.number ?? 0,
    date: issue.sentAt ? new Date(issue.sentAt) : now,
    state: issue.state,
    subject: issue.subject ?? {},
    preheader: issue.preheader ?? {},
    intro: issue.intro ?? {},
    design: issue.design ?? 'digest',
    contents,
    items: itemsOf(contents),
    alsoTo: issue.alsoTo ?? [],
    newsletter: newsletterSource(newsletter, network, await fundingOf(project, payload)),
    networkName: network.name ?? {},
    segment: issue.segment ? await segmentSource(payload, issue.segment) : null,
  }
}

const partOf = ({ blockType, heading, items, body, linkText, link }: StoredPart): IssuePart =>
  blockType === 'items'
    ? {
        kind: 'items',
        heading: heading ?? {},
        items: (items ?? []).flatMap(({ relationTo, value }) =>
          isContentCollection(relationTo)
            ? { collection: relationTo as ContentCollection, id: String(value) }
            : [],
        ),
      }
    : {
        kind: 'text',
        heading: heading ?? {},
        body: body ?? {},
        linkText: linkText ?? {},
        link: link || null,
      }

/** An item that was picked twice stands where it was picked first. */
const itemsOf = (contents: readonly IssuePart[]): ItemReference[] => [
  ...new Map(
    contents
      .flatMap((part) => (part.kind === 'items' ? part.items : []))
      .map((item) => [`${item.collection}/${item.id}`, item]),
  ).values(),
]

async function segmentSource(payload: Payload, id: string): Promise<SegmentSource> {
  const segment = await stored<StoredSegment>(payload, 'segments', id)
  const read = readCondition(segment?.condition)
  return { id, name: segment?.name ?? '', condition: 'condition' in read ? read.condition : null }
}

/** A project with the organisation that answers for its letters, in every language that it has a name in. */
interface Funding {
  readonly project: StoredProject
  readonly responsible: Names
}

async function fundingOf(project: StoredProject | null, payload: Payload): Promise<Funding | null> {
  if (project === null) return null
  const coordinator = coordinatorOf(project)
  const names = await organisationNamesOf([coordinator], databaseOf(payload))
  return { project, responsible: names.get(coordinator) ?? {} }
}

function newsletterSource(
  newsletter: StoredNewsletter,
  network: StoredNetwork,
  funding: Funding | null,
): NewsletterSource {
  const name = newsletter.name ?? {}
  const enabled = new Set(network.enabledLocales ?? [])
  const locales = (newsletter.locales ?? [])
    .filter(isLocale)
    .filter((locale) => enabled.has(locale) && hasInterface(locale) && name[locale])
  const [wanted = sourceLocale, ...chain] = [
    newsletter.fallbackLocale,
    ...(network.fallbackLocales ?? []),
  ].filter(isLocale)
  return {
    id: newsletter.id,
    slug: newsletter.slug,
    name,
    fromName: newsletter.fromName ?? {},
    replyTo: newsletter.replyTo ?? null,
    postalAddress: newsletter.postalAddress || network.postalAddress || '',
    locales,
    itemFallback: newsletter.itemFallback ?? 'leave-out',
    policy:
      newsletter.editionFallback === 'skip'
        ? { whenNone: 'skip' }
        : { whenNone: 'fallback-chain', chain: [wanted, ...chain] },
    notReady: {
      rule: newsletter.notReady ?? 'fallback',
      hours: newsletter.holdHours ?? HOLD_HOURS,
      afterwards: newsletter.afterHold ?? 'fallback',
    },
    acknowledgementsIn: (locale) =>
      funding === null
        ? []
        : acknowledgementOf(funding.project, { locale, responsible: funding.responsible }),
  }
}

async function stored<Row>(payload: Payload, collection: string, id: string): Promise<Row | null> {
  const row = await payload.findByID({
    collection: collection as CollectionSlug,
    id,
    locale: 'all',
    depth: 0,
    draft: false,
    disableErrors: true,
  })
  return row as Row | null
}
