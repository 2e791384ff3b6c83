import type { DemoOrganisation } from './demo-organisation.ts'

/** The three schemes that the network's first working paper compares. */
export const schemes: readonly DemoOrganisation[] = [
  {
    key: 'tern',
    type: 'support-scheme',
    acronym: 'TERN',
    names: { en: 'TERN' },
    country: 'GB',
    city: null,
    site: null,
    role: 'none',
  },
  {
    key: 'startup-refugees',
    type: 'support-scheme',
    acronym: null,
    names: { en: 'Start-Up Refugees' },
    country: 'FI',
    city: null,
    site: null,
    role: 'none',
  },
  {
    key: 'thsn',
    type: 'support-scheme',
    acronym: 'THSN',
    names: { en: 'THSN' },
    country: 'DE',
    city: null,
    site: null,
    role: 'none',
  },
]
