import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { acknowledgementOf, type StoredProject } from './acknowledgement.ts'
import { organisationNamesOf } from './organisation-names.ts'
import type { Acknowledgement } from './published-item.ts'

/** What must stand beside everything that the network as such says in a locale: those of all its projects. */
export async function networkAcknowledgements(
  payload: Payload,
  locale: Locale,
): Promise<readonly Acknowledgement[]> {
  const { docs: projects } = await payload.find({
    collection: 'projects',
    locale,
    fallbackLocale: false,
    depth: 1,
    pagination: false,
  })
  const names = await organisationNamesOf(projects.map(coordinatorOf), databaseOf(payload))
  return projects.flatMap((project) =>
    acknowledgementOf(project as StoredProject, {
      locale,
      responsible: names.get(coordinatorOf(project)) ?? {},
    }),
  )
}

/** Who answers for what the network says about a project. Empty: nobody is named. */
export const coordinatorOf = ({ coordinator }: { readonly coordinator?: unknown }): string =>
  typeof coordinator === 'object' && coordinator !== null && 'id' in coordinator
    ? String(coordinator.id)
    : typeof coordinator === 'string'
      ? coordinator
      : ''
