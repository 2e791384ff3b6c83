import type { DemoNews } from '../shapes.ts'

/** One year after the start: the record's account of the first year names the paper. */
export const threeSchemesCompared: DemoNews = {
  key: 'three-schemes-compared',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring'],
  countries: ['GB', 'FI', 'DE'],
  topics: ['mentoring', 'incubation', 'refugee-entrepreneurs'],
  audiences: ['civil-society', 'innovators', 'research'],
  responsible: 'social-impact',
  workPackage: 2,
  related: [{ collection: 'publications', key: 'good-practices-innovation' }],
  type: 'announcement',
  date: '2018-10-01',
  texts: {
    en: {
      title: 'One year on: three schemes compared',
      teaser:
        'The Coaching and Mentoring community has put TERN, Start-Up Refugees and THSN side by side, in four categories.',
      body: 'In its first year the community led by Social Impact in Berlin listed the key actors, mapped the coaching and mentoring services in the European Union and beyond, and wrote its first working paper.\n\nThe paper compares three schemes:\n\n- TERN in the United Kingdom\n- Start-Up Refugees in Finland\n- THSN in Germany\n\nIt names what is special about each of them, so that others can decide what to borrow.',
    },
    fr: {
      title: 'Un an après : trois dispositifs comparés',
      teaser:
        'La communauté Coaching et mentorat a mis TERN, Start-Up Refugees et THSN côte à côte, en quatre catégories.',
      body: 'En un an, la communauté animée par Social Impact à Berlin a dressé la liste des acteurs clés, recensé les services de coaching et de mentorat dans l’Union européenne et au-delà, et écrit son premier document de travail.\n\nIl compare trois dispositifs :\n\n- TERN au Royaume-Uni\n- Start-Up Refugees en Finlande\n- THSN en Allemagne\n\nIl dit ce que chacun a de particulier, pour que d’autres sachent quoi reprendre.',
    },
    de: {
      title: 'Nach einem Jahr: drei Programme im Vergleich',
      teaser:
        'Die Community Coaching und Mentoring hat TERN, Start-Up Refugees und THSN nebeneinandergestellt, in vier Kategorien.',
      body: 'Im ersten Jahr hat die Community unter Leitung von Social Impact in Berlin die wichtigsten Akteure zusammengetragen, Coaching- und Mentoringangebote in der Europäischen Union und darüber hinaus erfasst und ihr erstes Arbeitspapier geschrieben.\n\nDas Papier vergleicht drei Programme:\n\n- TERN im Vereinigten Königreich\n- Start-Up Refugees in Finnland\n- THSN in Deutschland\n\nEs benennt, was jedes auszeichnet, damit andere entscheiden können, was sie übernehmen.',
    },
    es: {
      title: 'Un año después: tres programas comparados',
      teaser:
        'La comunidad de acompañamiento y mentoría ha puesto TERN, Start-Up Refugees y THSN uno junto a otro, en cuatro categorías.',
      body: 'En su primer año, la comunidad que dirige Social Impact en Berlín reunió a los actores clave, cartografió los servicios de acompañamiento y mentoría en la Unión Europea y fuera de ella, y escribió su primer documento de trabajo.\n\nEl documento compara tres programas:\n\n- TERN en el Reino Unido\n- Start-Up Refugees en Finlandia\n- THSN en Alemania\n\nSeñala lo que cada uno tiene de propio, para que otros decidan qué tomar prestado.',
    },
  },
}
