import type { Payload } from 'payload'

import { demoCommunities } from '../network/communities.ts'
import { postalAddress } from '../network/newsletters.ts'
import { demoOrganisations } from '../network/organisations/all.ts'
import type { DemoOrganisation } from '../network/organisations/demo-organisation.ts'
import { emen } from '../network/project.ts'
import { settings } from '../network/settings.ts'
import { type CommunityKey, demoLocales, type OrganisationKey, type Texts } from '../network/shapes.ts'
import { DEMO_PASSWORD, demoUsers } from '../network/users.ts'
import { keepRow } from './keep-row.ts'
import { eachInTurn, type OnProgress } from './progress.ts'
import type { Vocabularies } from './vocabularies.ts'

/** Who the network is: ids by their keys. */
export interface Bodies {
  organisation(key: OrganisationKey): string
  community(key: CommunityKey): string
  readonly project: string
}

/** The network's own settings, its organisations, people who sign in, communities and project. */
export async function loadOrganisations(
  payload: Payload,
  vocabularies: Vocabularies,
  onProgress: OnProgress,
): Promise<Bodies> {
  await loadSettings(payload)
  const organisations = new Map<OrganisationKey, string>()
  await eachInTurn('organisations', demoOrganisations, onProgress, async (organisation) => {
    organisations.set(organisation.key, await keepOrganisation(payload, organisation, vocabularies))
  })
  const organisation = lookUp(organisations)
  await loadUsers(payload, organisation)

  const communities = new Map<CommunityKey, string>()
  for (const { key, leader, members, texts } of demoCommunities) {
    const id = await keepRow(
      payload,
      { collection: 'communities', where: { slug: { equals: key } } },
      {
        slug: key,
        leader: organisation(leader),
        members: members.map(organisation),
        name: inEach((locale) => texts[locale].name),
        scope: inEach((locale) => texts[locale].scope),
      },
    )
    communities.set(key, id)
  }
  const project = await keepProject(payload, organisation, vocabularies)
  return { organisation, community: lookUp(communities), project }
}

async function loadSettings(payload: Payload): Promise<void> {
  const { enabledLocales, name, tagline, contactEmail } = settings
  await payload.updateGlobal({
    slug: 'network',
    locale: 'all',
    data: { enabledLocales, name, tagline, contactEmail, postalAddress } as never,
  })
}

/** An organisation is called the same everywhere unless it has a name of its own in a language. */
const everywhere = (names: Texts<string> & { readonly en: string }) =>
  inEach((locale) => names[locale] ?? names.en)

const keepOrganisation = (
  payload: Payload,
  { key, type, acronym, names, description, country, city, site }: DemoOrganisation,
  { term }: Vocabularies,
): Promise<string> =>
  keepRow(
    payload,
    { collection: 'organisations', where: { slug: { equals: key } } },
    {
      slug: key,
      acronym,
      name: everywhere(names),
      type: term('organisation-types', type),
      country: country === null ? null : term('countries', country),
      city,
      website: site,
      description,
    },
  )

async function loadUsers(payload: Payload, organisationOf: Bodies['organisation']): Promise<void> {
  for (const { email, name, role, locales, organisation } of demoUsers) {
    await keepRow(
      payload,
      { collection: 'users', where: { email: { equals: email } } },
      {
        email,
        name,
        password: DEMO_PASSWORD,
        roles: [role],
        locales: [...locales],
        organisation: organisation === null ? null : organisationOf(organisation),
      },
    )
  }
}

function keepProject(
  payload: Payload,
  organisation: Bodies['organisation'],
  { term }: Vocabularies,
): Promise<string> {
  const { acronym, title, programme, workPackages, agency, disclaimers, ...award } = emen
  const partners = demoOrganisations.filter(({ role }) => role === 'partner')
  return keepRow(
    payload,
    { collection: 'projects', where: { acronym: { equals: acronym } } },
    {
      ...award,
      acronym,
      title,
      slug: acronym.toLowerCase(),
      agency: { en: agency },
      programme: term('programmes', programme),
      coordinator: organisation('aeidl'),
      partners: partners.map(({ key }) => organisation(key)),
      disclaimers: disclaimers.map((disclaimer) => ({ ...disclaimer })),
      workPackages: workPackages.map(({ number, title: name }) => ({ code: number, title: name })),
    },
  )
}

const inEach = (textIn: (locale: (typeof demoLocales)[number]) => string) =>
  Object.fromEntries(demoLocales.map((locale) => [locale, textIn(locale)]))

const lookUp =
  <Key extends string>(ids: ReadonlyMap<Key, string>) =>
  (key: Key): string => {
    const id = ids.get(key)
    if (id === undefined) throw new RangeError(`no ${key} in the demo network`)
    return id
  }
