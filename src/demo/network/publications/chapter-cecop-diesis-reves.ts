import type { DemoPublication } from '../shapes.ts'

/** Its heading is not in the record, so it is named by those who wrote it. Same month as the report it belongs to. */
export const chapterCecopDiesisReves: DemoPublication = {
  key: 'chapter-cecop-diesis-reves',
  sourceLocale: 'en',
  sample: false,
  communities: [],
  countries: [],
  topics: ['social-economy', 'local-policy'],
  audiences: ['civil-society', 'local-authorities', 'regional-authorities'],
  responsible: 'cecop',
  workPackage: 4,
  related: [{ collection: 'publications', key: 'inclusive-ecosystems' }],
  type: 'chapter',
  date: '2020-09',
  publisher: 'cecop',
  authors: ['CECOP', 'Diesis', 'REVES'],
  deliverable: null,
  partOf: 'inclusive-ecosystems',
  pages: null,
  texts: {
    en: {
      title: 'Inclusive Ecosystems: the chapter by CECOP, Diesis and REVES',
      abstract:
        'Three partners from the social economy wrote one chapter of the network’s final report together. CECOP has published it again on its own site, so that members of cooperatives find it where they look first.',
    },
    fr: {
      title: 'Des écosystèmes inclusifs : le chapitre de CECOP, Diesis et REVES',
      abstract:
        'Trois partenaires de l’économie sociale ont écrit ensemble un chapitre du rapport final du réseau. La CECOP l’a republié sur son propre site, là où les membres des coopératives cherchent en premier. Le texte est en anglais.',
    },
    it: {
      title: 'Ecosistemi inclusivi: il capitolo di CECOP, Diesis e REVES',
      abstract:
        'Tre partner dell’economia sociale hanno scritto insieme un capitolo del rapporto finale della rete. CECOP lo ha ripubblicato sul proprio sito, dove i soci delle cooperative guardano per primi. Il testo è in inglese.',
    },
  },
}
