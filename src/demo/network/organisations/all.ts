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
  description: {
    en: 'Made up for this demonstration. It does not exist.',
    fr: 'Inventée pour cette démonstration. Elle n’existe pas.',
    de: 'Für diese Vorführung erfunden. Es gibt sie nicht.',
    es: 'Inventada para esta demostración. No existe.',
    it: 'Inventata per questa dimostrazione. Non esiste.',
    el: 'Επινοήθηκε για την επίδειξη αυτή. Δεν υπάρχει.',
    ar: 'مختلَقة لهذا العرض. لا وجود لها.',
    uk: 'Вигадана для цієї демонстрації. Такої не існує.',
  },
}

export const demoOrganisations: readonly DemoOrganisation[] = [...partners, ...schemes, sampleOrganisation]
