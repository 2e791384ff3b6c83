import type { DemoOrganisation } from './demo-organisation.ts'
import { partners } from './partners.ts'
import { schemes } from './schemes.ts'

/** Whom everything made up belongs to, so that nothing made up is ascribed to a body that exists. */
const sampleOrganisation: DemoOrganisation = {
  key: 'sample-organisation',
  type: 'ngo',
  acronym: null,
  names: {
    en: 'Sample Organisation',
    fr: 'Organisation fictive',
    de: 'Beispielorganisation',
    es: 'Organización de ejemplo',
    it: 'Organizzazione di esempio',
    el: 'Υποδειγματικός φορέας',
    ar: 'منظمة نموذجية',
    uk: 'Організація-приклад',
  },
  country: null,
  city: null,
  site: 'https://sample.example',
  role: 'none',
  sample: true,
}

export const demoOrganisations: readonly DemoOrganisation[] = [...partners, ...schemes, sampleOrganisation]
