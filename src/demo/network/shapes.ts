import type { ContentCollection } from '../../content/published-item.ts'
import type { Locale } from '../../i18n/locales.ts'

/** The languages of the demo network. */
export const demoLocales = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'el',
  'ar',
  'uk',
] as const satisfies readonly Locale[]
export type DemoLocale = (typeof demoLocales)[number]

/** Texts by locale. A locale that is not there is deliberately missing. The item's own language always is. */
export type Texts<Shape> = Readonly<Partial<Record<DemoLocale, Shape>>>

/** Paragraphs parted by an empty line; lines that start with `- ` are a list. */
export type Prose = string

export interface DemoItem<Shape> {
  /** Stable name: files, relations and re-runs of the loader refer to it. kebab-case ASCII. */
  readonly key: string
  readonly sourceLocale: DemoLocale
  /** True when something in it is made up, which is then said on the item. Facts of domain.md alone: false. */
  readonly sample: boolean
  /** Locales whose text is written but not published: they must be nowhere in public. */
  readonly unpublished?: readonly DemoLocale[]
  readonly communities: readonly CommunityKey[]
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  readonly topics: readonly TopicKey[]
  readonly audiences: readonly AudienceKey[]
  readonly responsible: OrganisationKey
  readonly workPackage: 1 | 2 | 3 | 4 | 5 | null
  readonly related: readonly ItemKey[]
  readonly texts: Texts<Shape>
}

export interface ItemKey {
  readonly collection: ContentCollection
  readonly key: string
}

export type CommunityKey = 'coaching-mentoring' | 'access-to-finance' | 'professionalisation-diversity'

/** The twelve partners of EMEN, and the three schemes that its first working paper compares. */
export type OrganisationKey =
  | 'aeidl'
  | 'diesis'
  | 'social-impact'
  | 'thuas-fine'
  | 'unitee'
  | 'cecop'
  | 'eurochambres'
  | 'etuc'
  | 'alda'
  | 'kmop'
  | 'reves'
  | 'eurada'
  | 'tern'
  | 'startup-refugees'
  | 'thsn'
  | 'sample-organisation'

export type TopicKey =
  | 'mentoring'
  | 'coaching'
  | 'microfinance'
  | 'legal-advice'
  | 'business-training'
  | 'networking'
  | 'incubation'
  | 'supplier-diversity'
  | 'language-sensitivity'
  | 'impact-measurement'
  | 'diversity-management'
  | 'women-entrepreneurs'
  | 'refugee-entrepreneurs'
  | 'social-economy'
  | 'digital-skills'
  | 'local-policy'

/** Target audiences as the EU portal lists them. */
export type AudienceKey =
  | 'industry'
  | 'innovators'
  | 'eu-institutions'
  | 'national-authorities'
  | 'regional-authorities'
  | 'local-authorities'
  | 'civil-society'
  | 'citizens'
  | 'research'
  | 'end-users'
  | 'international-organisation'
  | 'investors'
  | 'other'

export interface PracticeTexts {
  /** At most 100 characters. */
  readonly title: string
  /** At most 600 characters, one paragraph. */
  readonly summary: string
  readonly challenge: Prose
  readonly goals: Prose
  /** Steps, in order. */
  readonly howItWorks: readonly string[]
  /** One per entry of `results`, in the same order. */
  readonly resultIndicators: readonly string[]
  /** What a person who took part says. Made up only in sample items. */
  readonly userOpinion?: string
  readonly evaluation?: Prose
  readonly dos: readonly string[]
  readonly donts: readonly string[]
  readonly whatFailed?: Prose
  readonly transferability: Prose
  readonly resourcesNeeded?: Prose
  readonly eligibility?: Prose
  readonly howToApply?: Prose
}

export type ServiceKey =
  | 'mentoring'
  | 'training'
  | 'finance'
  | 'legal'
  | 'premises'
  | 'networking'
  | 'outreach'
  | 'supplier-diversity'

export interface DemoPractice extends DemoItem<PracticeTexts> {
  readonly provider: OrganisationKey
  /** City in the country's own or English spelling. */
  readonly city: string
  /** `YYYY-MM-DD`. */
  readonly start: string
  readonly end: string | null
  readonly ongoing: boolean
  readonly level: 'local' | 'regional' | 'national' | 'transnational'
  readonly sector: 'public' | 'private' | 'third'
  readonly mainstreaming: 'targeted' | 'tailored-mainstream' | 'mainstream'
  readonly phases: readonly ('pre-incubation' | 'incubation' | 'start-up' | 'growth')[]
  readonly services: readonly ServiceKey[]
  readonly targetGroups: readonly (
    | 'migrants'
    | 'refugees'
    | 'migrant-women'
    | 'young-migrants'
    | 'diaspora'
    | 'third-country-nationals'
  )[]
  readonly serviceLanguages: readonly Locale[]
  readonly evidence: 'described' | 'monitored' | 'evaluated' | 'replicated'
  /** Numbers of the result table; null baseline when there is none. */
  readonly results: readonly {
    readonly baseline: number | null
    readonly value: number
    readonly unit: 'people' | 'businesses' | 'percent' | 'months' | 'eur'
  }[]
  /** Scores 0–10 on the nine dimensions of the MEGA-9 framework, by who gave them. */
  readonly scores: readonly {
    readonly dimension: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
    readonly self: number | null
    readonly peer: number | null
  }[]
}

export interface PublicationTexts {
  readonly title: string
  readonly subtitle?: string
  readonly abstract: string
}

export interface DemoPublication extends DemoItem<PublicationTexts> {
  readonly type: 'report' | 'working-paper' | 'guide' | 'policy-brief' | 'deliverable' | 'chapter'
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly date: string
  readonly publisher: OrganisationKey
  readonly authors: readonly string[]
  /** Number of the grant's deliverable, e.g. D2.7. */
  readonly deliverable: string | null
  readonly partOf: string | null
  readonly pages: number | null
}

export interface EventTexts {
  readonly title: string
  readonly summary: string
  readonly body?: Prose
  /** Name of the place, in this language. Missing online. */
  readonly venue?: string
  readonly statusNote?: string
}

export interface DemoEvent extends DemoItem<EventTexts> {
  readonly type: 'conference' | 'webinar' | 'workshop' | 'peer-review' | 'meeting'
  readonly status: 'as-planned' | 'postponed' | 'rescheduled' | 'moved-online' | 'cancelled'
  /** Local wall time of `timeZone`, `YYYY-MM-DDTHH:mm`. */
  readonly start: string
  readonly end: string
  readonly previousStart: string | null
  /** IANA. */
  readonly timeZone: string
  readonly mode: 'onsite' | 'online' | 'hybrid'
  readonly city: string | null
  readonly languages: readonly Locale[]
  readonly organisers: readonly OrganisationKey[]
  readonly registrationUrl: string | null
}

export interface NewsTexts {
  readonly title: string
  /** At most 300 characters. */
  readonly teaser: string
  readonly body: Prose
}

export interface DemoNews extends DemoItem<NewsTexts> {
  readonly type: 'announcement' | 'report' | 'call' | 'story'
  /** `YYYY-MM-DD`. */
  readonly date: string
}
