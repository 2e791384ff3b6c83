import type { Locale } from '../../i18n/locales.ts'
import type { OrganisationKey } from './shapes.ts'

export interface DemoUser {
  readonly email: string
  readonly name: string
  readonly role: 'administrator' | 'editor' | 'translator' | 'contributor' | 'data-officer'
  /** Of translators. */
  readonly locales: readonly Locale[]
  /** Of contributors. */
  readonly organisation: OrganisationKey | null
}

/** The same for all, since they exist only beside the product's own database, on the loopback address. */
export const DEMO_PASSWORD = 'one door for everyone'

/** One person of each role, the editor first: that is whom the start names. */
export const demoUsers: readonly DemoUser[] = [
  {
    email: 'editor@emen.example',
    name: 'Demo editor',
    role: 'editor',
    locales: [],
    organisation: null,
  },
  {
    email: 'administrator@emen.example',
    name: 'Demo administrator',
    role: 'administrator',
    locales: [],
    organisation: null,
  },
  {
    email: 'translator@emen.example',
    name: 'Demo translator (French, Arabic)',
    role: 'translator',
    locales: ['fr', 'ar'],
    organisation: null,
  },
  {
    email: 'contributor@emen.example',
    name: 'Demo contributor',
    role: 'contributor',
    locales: [],
    organisation: 'sample-organisation',
  },
  {
    email: 'data-officer@emen.example',
    name: 'Demo data officer',
    role: 'data-officer',
    locales: [],
    organisation: null,
  },
]
