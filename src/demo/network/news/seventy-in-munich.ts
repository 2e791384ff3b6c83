import type { DemoNews } from '../shapes.ts'

export const seventyInMunich: DemoNews = {
  key: 'seventy-in-munich',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: ['DE'],
  topics: ['networking', 'mentoring'],
  audiences: ['civil-society', 'innovators', 'local-authorities'],
  responsible: 'diesis',
  workPackage: 4,
  related: [{ collection: 'events', key: 'first-conference-munich' }],
  type: 'report',
  date: '2018-04-24',
  texts: {
    en: {
      title: 'Seventy people, two days, one house in Munich',
      teaser:
        'The first annual conference took place on 23 and 24 April at the Social Impact Lab in Munich. The three communities of practice met in person.',
      body: 'About seventy people came to the first annual conference of the network.\n\nThe communities of practice use such days to work at one table. In between they meet in online forums and in “piggyback” workshops: short meetings held beside an event that somebody else is organising anyway.',
    },
    de: {
      title: 'Siebzig Menschen, zwei Tage, ein Haus in München',
      teaser:
        'Die erste Jahreskonferenz fand am 23. und 24. April im Social Impact Lab in München statt. Die drei Communities of Practice trafen sich persönlich.',
      body: 'Rund siebzig Menschen kamen zur ersten Jahreskonferenz des Netzwerks.\n\nDie Communities of Practice nutzen solche Tage, um an einem Tisch zu arbeiten. Dazwischen treffen sie sich in Online-Foren und in „Huckepack“-Workshops: kurzen Treffen am Rande einer Veranstaltung, die ohnehin stattfindet.',
    },
    fr: {
      title: 'Soixante-dix personnes, deux jours, une maison à Munich',
      teaser:
        'La première conférence annuelle s’est tenue les 23 et 24 avril au Social Impact Lab de Munich. Les trois communautés de pratique s’y sont vues en personne.',
      body: 'Environ soixante-dix personnes sont venues à la première conférence annuelle du réseau.\n\nLes communautés de pratique profitent de ces journées pour travailler à une même table. Entre-temps, elles se retrouvent dans des forums en ligne et dans des ateliers « greffés » : de courtes réunions en marge d’un événement que quelqu’un d’autre organise de toute façon.',
    },
  },
}
