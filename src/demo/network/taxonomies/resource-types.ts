import type { DemoPublication } from '../shapes.ts'
import type { DemoTerm } from './demo-term.ts'

/** Kinds of publications, tied to the COAR vocabulary. https://vocabularies.coar-repositories.org/resource_types/ */
export const resourceTypes: readonly DemoTerm<DemoPublication['type']>[] = [
  {
    key: 'report',
    authorityUri: 'http://purl.org/coar/resource_type/c_93fc',
    labels: {
      en: 'Report',
      fr: 'Rapport',
      de: 'Bericht',
      es: 'Informe',
      it: 'Rapporto',
      el: 'Έκθεση',
      ar: 'تقرير',
      uk: 'Звіт',
    },
  },
  {
    key: 'working-paper',
    authorityUri: 'http://purl.org/coar/resource_type/c_8042',
    labels: {
      en: 'Working paper',
      fr: 'Document de travail',
      de: 'Arbeitspapier',
      es: 'Documento de trabajo',
      it: 'Documento di lavoro',
      el: 'Έγγραφο εργασίας',
      ar: 'ورقة عمل',
      uk: 'Робочий документ',
    },
  },
  {
    key: 'guide',
    authorityUri: 'http://purl.org/coar/resource_type/c_e059',
    labels: {
      en: 'Guide',
      fr: 'Guide',
      de: 'Leitfaden',
      es: 'Guía',
      it: 'Guida',
      el: 'Οδηγός',
      ar: 'دليل',
      uk: 'Посібник',
    },
  },
  {
    key: 'policy-brief',
    authorityUri: 'http://purl.org/coar/resource_type/c_186u',
    labels: {
      en: 'Policy brief',
      fr: 'Note de synthèse',
      de: 'Kurzpapier',
      es: 'Documento de políticas',
      it: 'Nota di indirizzo',
      el: 'Σημείωμα πολιτικής',
      ar: 'موجز سياسات',
      uk: 'Аналітична записка',
    },
  },
  {
    key: 'deliverable',
    authorityUri: 'http://purl.org/coar/resource_type/c_18op',
    labels: {
      en: 'Project deliverable',
      fr: 'Livrable de projet',
      de: 'Projektergebnis',
      es: 'Entregable de proyecto',
      it: 'Prodotto del progetto',
      el: 'Παραδοτέο έργου',
      ar: 'مُخرَج مشروع',
      uk: 'Результат проєкту',
    },
  },
  {
    key: 'chapter',
    authorityUri: 'http://purl.org/coar/resource_type/c_3248',
    labels: {
      en: 'Chapter',
      fr: 'Chapitre',
      de: 'Kapitel',
      es: 'Capítulo',
      it: 'Capitolo',
      el: 'Κεφάλαιο',
      ar: 'فصل',
      uk: 'Розділ',
    },
  },
]
