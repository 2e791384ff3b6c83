import type { Payload } from 'payload'
import { nameOf, row } from '../content/body/facts.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Community, Partner } from './home.ts'
import type { SiteContext } from './site-context.ts'

/** The communities that have a name in this language. */
export async function loadCommunities(payload: Payload, locale: Locale): Promise<readonly Community[]> {
  const { docs } = await payload.find({
    collection: 'communities',
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 1,
    pagination: false,
    sort: 'createdAt',
  })
  return docs.flatMap(({ id, name, scope, leader, slug, seat }) =>
    name && slug ? [{ id, slug, name, scope: scope ?? '', leader: withSeat(nameOf(leader), seat) }] : [],
  )
}

const withSeat = (name: string | null, seat: string | null | undefined): string | null =>
  name !== null && seat ? `${name}, ${seat}` : name

/** Who takes part in the network's projects, and what each leads. */
export async function loadPartners(
  payload: Payload,
  { locale, t }: SiteContext,
): Promise<readonly Partner[]> {
  const options = {
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 1,
    pagination: false,
  } as const
  const { docs: projects } = await payload.find({ collection: 'projects', ...options })
  const { docs: communities } = await payload.find({ collection: 'communities', ...options })

  const roles = new Map<string, string>()
  for (const { leader, name } of communities) {
    const id = row(leader)?.id
    if (id !== undefined && name) roles.set(id, t('partner.leads', { community: name }))
  }
  const partners = new Map<string, Partner>()
  for (const { coordinator, partners: others } of projects) {
    const head = row(coordinator)
    if (head !== null) roles.set(head.id, t('partner.coordinator'))
    for (const organisation of [coordinator, ...(others ?? [])]) {
      const found = row(organisation)
      const name = found?.acronym || nameOf(found)
      if (found !== null && name)
        partners.set(found.id, { name, role: roles.get(found.id) ?? t('partner.partner') })
    }
  }
  return [...partners.values()]
}
