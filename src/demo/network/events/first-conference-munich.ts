import type { DemoEvent } from '../shapes.ts'

/** The record gives the days, not the hours: whole days stand in. */
export const firstConferenceMunich: DemoEvent = {
  key: 'first-conference-munich',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: ['DE'],
  topics: ['networking', 'mentoring', 'incubation'],
  audiences: ['civil-society', 'innovators', 'local-authorities'],
  responsible: 'social-impact',
  workPackage: 5,
  related: [{ collection: 'news', key: 'seventy-in-munich' }],
  type: 'conference',
  status: 'as-planned',
  start: '2018-04-23T00:00',
  end: '2018-04-24T23:59',
  previousStart: null,
  timeZone: 'Europe/Berlin',
  mode: 'onsite',
  city: 'Munich',
  languages: ['en'],
  organisers: ['aeidl', 'social-impact'],
  registrationUrl: null,
  texts: {
    en: {
      title: 'First annual conference',
      summary:
        'About seventy people met for two days at the Social Impact Lab in Munich, where founders and those who support them work under one roof.',
      body: 'The annual conference is where the three communities of practice meet in person. Between conferences they work online and in workshops held beside other organisations’ events.',
      venue: 'Social Impact Lab, Munich',
    },
    de: {
      title: 'Erste Jahreskonferenz',
      summary:
        'Rund siebzig Menschen trafen sich zwei Tage lang im Social Impact Lab in München, wo Gründende und alle, die sie begleiten, unter einem Dach arbeiten.',
      body: 'Auf der Jahreskonferenz kommen die drei Communities of Practice persönlich zusammen. Dazwischen arbeiten sie online und in Workshops am Rande fremder Veranstaltungen.',
      venue: 'Social Impact Lab, München',
    },
    it: {
      title: 'Prima conferenza annuale',
      summary:
        'Una settantina di persone si sono incontrate per due giorni al Social Impact Lab di Monaco di Baviera, dove chi fonda un’impresa e chi lo accompagna lavorano sotto lo stesso tetto.',
      body: 'La conferenza annuale è il momento in cui le tre comunità di pratica si vedono di persona. Tra una conferenza e l’altra lavorano in rete e in laboratori accanto agli eventi di altri.',
      venue: 'Social Impact Lab, Monaco di Baviera',
    },
  },
}
