import type { Payload } from 'payload'

import type { Locale } from '../i18n/locales.ts'
import type { Event } from '../payload-types.ts'

/** An event that a test plans, moves and calls off as an editor would. */
export interface TestEvent {
  readonly id: string
  /** Makes it public in a language, or saves what changed. */
  publish(locale: Locale, changes?: Partial<Event>): Promise<void>
  withdraw(locale: Locale): Promise<void>
}

/** A draft of a meeting in Athens that begins when told and lasts two hours. */
export async function createTestEvent(payload: Payload, start: Date): Promise<TestEvent> {
  const organisation = await payload.create({
    collection: 'organisations',
    data: { name: 'Sample organisation' },
  })
  const term = async (vocabulary: 'licences' | 'event-types' | 'languages'): Promise<string> => {
    const code = crypto.randomUUID()
    const { id } = await payload.create({
      collection: 'terms',
      data: { vocabulary, code, label: vocabulary },
    })
    return id
  }
  const texts = (locale: Locale) => ({
    title: `Open day (${locale})`,
    summary: `Meet founders, in ${locale}.`,
  })
  const { id } = await payload.create({
    collection: 'events',
    locale: 'en',
    draft: true,
    data: {
      ...texts('en'),
      type: await term('event-types'),
      status: 'as-planned',
      ...lasting(start),
      timeZone: 'Europe/Athens',
      mode: 'onsite',
      venue: { name: 'City library', city: 'Athens' },
      languages: [await term('languages')],
      organisers: [organisation.id],
      sourceLocale: 'en',
      responsibleOrganisation: organisation.id,
      licence: await term('licences'),
    },
  })
  const save = async (locale: Locale, status: 'draft' | 'published', changes: Partial<Event>) => {
    const stored = await payload.findByID({
      collection: 'events',
      id,
      locale,
      draft: true,
      fallbackLocale: false,
    })
    const written = stored.title ? {} : { ...texts(locale), venue: { name: 'City library', city: 'Athens' } }
    await payload.update({
      collection: 'events',
      id,
      locale,
      data: { ...written, ...changes, _status: status },
    })
  }
  return {
    id: String(id),
    publish: (locale, changes = {}) => save(locale, 'published', changes),
    withdraw: (locale) => save(locale, 'draft', {}),
  }
}

/** Two hours from then on, as an event has it. */
export const lasting = (start: Date): { start: string; end: string } => ({
  start: start.toISOString(),
  end: new Date(start.getTime() + 2 * 3_600_000).toISOString(),
})
