import type { DemoTerm, ProgrammeKey } from './demo-term.ts'

/** Funding programmes. */
export const programmes: readonly DemoTerm<ProgrammeKey>[] = [
  {
    key: 'cosme',
    labels: {
      en: 'COSME, the EU programme for small and medium-sized enterprises, 2014–2020',
      fr: 'COSME, le programme de l’UE pour les petites et moyennes entreprises, 2014–2020',
      de: 'COSME, das EU-Programm für kleine und mittlere Unternehmen, 2014–2020',
      es: 'COSME, el programa de la UE para las pequeñas y medianas empresas, 2014–2020',
      it: 'COSME, il programma dell’UE per le piccole e medie imprese, 2014–2020',
      el: 'COSME, το πρόγραμμα της ΕΕ για τις μικρομεσαίες επιχειρήσεις, 2014–2020',
      ar: 'COSME، برنامج الاتحاد الأوروبي للمؤسسات الصغيرة والمتوسطة، 2014–2020',
      uk: 'COSME, програма ЄС для малих і середніх підприємств, 2014–2020',
    },
  },
]
