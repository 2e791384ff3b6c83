import type { OrganisationKey, Texts } from '../shapes.ts'
import type { EveryLocale } from '../taxonomies/demo-term.ts'

export type OrganisationTypeKey =
  | 'association'
  | 'cooperative-federation'
  | 'social-enterprise'
  | 'university'
  | 'chamber-association'
  | 'trade-union'
  | 'ngo'
  | 'city-network'
  | 'support-scheme'

export interface DemoOrganisation {
  readonly key: OrganisationKey
  readonly type: OrganisationTypeKey
  readonly acronym: string | null
  /** In `en` the name it uses in English. Another locale only where the organisation has a name of its own in it. */
  readonly names: Texts<string> & { readonly en: string }
  /** ISO 3166-1 alpha-2. Null where it is not known or not one country. */
  readonly country: string | null
  readonly city: string | null
  readonly site: string | null
  readonly role: 'coordinator' | 'partner' | 'none'
  /** What it is, where the name does not say. */
  readonly description?: EveryLocale<string>
}
