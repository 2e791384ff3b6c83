import type { EveryLocale } from './taxonomies/demo-term.ts'

export interface DemoGlossaryTerm {
  readonly term: string
  /** Null: it stays as it is in every language. */
  readonly translation: Omit<EveryLocale<string>, 'en'> | null
}

/** How the network renders what it speaks of most, and names that nobody translates. */
export const demoGlossary: readonly DemoGlossaryTerm[] = [
  { term: 'EMEN', translation: null },
  { term: 'Start-Up Refugees', translation: null },
  {
    term: 'good practice',
    translation: {
      fr: 'bonne pratique',
      de: 'gute Praxis',
      es: 'buena práctica',
      it: 'buona pratica',
      el: 'καλή πρακτική',
      ar: 'ممارسة جيدة',
      uk: 'добра практика',
    },
  },
  {
    term: 'peer review',
    translation: {
      fr: 'examen par les pairs',
      de: 'kollegiale Begutachtung',
      es: 'revisión entre pares',
      it: 'revisione tra pari',
      el: 'αξιολόγηση από ομοτίμους',
      ar: 'مراجعة الأقران',
      uk: 'взаємна оцінка',
    },
  },
  {
    term: 'microcredit',
    translation: {
      fr: 'microcrédit',
      de: 'Mikrokredit',
      es: 'microcrédito',
      it: 'microcredito',
      el: 'μικροπίστωση',
      ar: 'قرض صغير',
      uk: 'мікрокредит',
    },
  },
]
