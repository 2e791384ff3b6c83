import type { DemoNews } from '../shapes.ts'

export const secondLease: DemoNews = {
  key: 'second-lease',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring', 'access-to-finance'],
  countries: ['ES'],
  topics: ['incubation', 'social-economy', 'women-entrepreneurs'],
  audiences: ['end-users', 'local-authorities', 'innovators'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [],
  type: 'story',
  date: '2026-11-12',
  texts: {
    en: {
      title: 'The shared kitchen signs its second lease',
      teaser:
        'Four cooks in Barcelona shared one stove for two years. From January they will have two, and a door to the street.',
      body: 'The first kitchen was a former canteen, open from five in the morning because the school needed it at eleven. Each cook had a shelf, a key and two mornings a week.\n\nThe second belongs to them: a cooperative of seven, with a lease for six years. The deposit was the hard part. A neighbourhood association lent half of it, without interest, against lunches.',
    },
    fr: {
      title: 'La cuisine partagée signe son deuxième bail',
      teaser:
        'À Barcelone, quatre cuisinières se sont partagé un fourneau pendant deux ans. En janvier, elles en auront deux, et une porte sur la rue.',
      body: 'La première cuisine était une ancienne cantine, ouverte dès cinq heures du matin parce que l’école en avait besoin à onze heures. Chacune avait une étagère, une clé et deux matinées par semaine.\n\nLa deuxième est à elles : une coopérative de sept, avec un bail de six ans. Le plus dur a été la caution. Une association de voisins en a prêté la moitié, sans intérêts, contre des repas.',
    },
    es: {
      title: 'La cocina compartida firma su segundo contrato',
      teaser:
        'En Barcelona, cuatro cocineras compartieron unos fogones durante dos años. Desde enero tendrán dos cocinas y una puerta a la calle.',
      body: 'La primera cocina era un antiguo comedor, abierto desde las cinco de la mañana porque la escuela lo necesitaba a las once. Cada una tenía un estante, una llave y dos mañanas por semana.\n\nLa segunda es suya: una cooperativa de siete, con un contrato de seis años. Lo difícil fue la fianza. Una asociación vecinal prestó la mitad, sin intereses, a cambio de comidas.',
    },
  },
}
