import type { EveryLocale, ProgrammeKey } from './taxonomies/demo-term.ts'

interface DemoProject {
  readonly acronym: string
  readonly title: EveryLocale<string>
  readonly programme: ProgrammeKey
  readonly callId: string
  /** Not in the public record, so there is none. */
  readonly grantNumber: null
  readonly awardSigned: true
  readonly start: string
  readonly end: string
  readonly agency: string
  readonly statement: 'co-funded'
  /** `{responsible}` stands for whoever publishes. */
  readonly disclaimers: readonly {
    readonly locale: 'en'
    readonly text: string
    readonly source: string
    readonly approvedBy: string
  }[]
  readonly workPackages: readonly { readonly number: string; readonly title: EveryLocale<string> }[]
}

/**
 * The project that started the network. Term, call and agency: https://www.aeidl.eu/project/emen-2017-2021.
 * The five packages follow what the call asked for. It paid 90 %, hence "co-funded". A disclaimer is never translated by us: there is the English one.
 */
export const emen: DemoProject = {
  acronym: 'EMEN',
  title: {
    en: 'European Migrant Entrepreneurship Network',
    fr: 'Réseau européen de l’entrepreneuriat des migrants',
    de: 'Europäisches Netzwerk für migrantisches Unternehmertum',
    es: 'Red Europea de Emprendimiento Migrante',
    it: 'Rete europea per l’imprenditoria dei migranti',
    el: 'Ευρωπαϊκό Δίκτυο Επιχειρηματικότητας των Μεταναστών',
    ar: 'الشبكة الأوروبية لريادة أعمال المهاجرين',
    uk: 'Європейська мережа підприємництва мігрантів',
  },
  programme: 'cosme',
  callId: 'COS-MigrantsENT-2016-4-02',
  grantNumber: null,
  awardSigned: true,
  start: '2017-10-01',
  end: '2020-09-30',
  agency: 'Executive Agency for Small and Medium-sized Enterprises (EASME)',
  statement: 'co-funded',
  disclaimers: [
    {
      locale: 'en',
      text: 'This publication has been produced with the financial support of the Executive Agency for Small and Medium-sized Enterprises (EASME) of the European Union. The contents of this publication are the sole responsibility of {responsible} and can in no way be taken to reflect the views of the European Commission.',
      source: 'The wording that the network’s partners used in the project’s term.',
      approvedBy: 'Sample entry: nobody has approved it for this demonstration.',
    },
  ],
  workPackages: [
    {
      number: '1',
      title: {
        en: 'Building the network',
        fr: 'Construire le réseau',
        de: 'Das Netzwerk aufbauen',
        es: 'Construir la red',
        it: 'Costruire la rete',
        el: 'Χτίζουμε το δίκτυο',
        ar: 'بناء الشبكة',
        uk: 'Побудова мережі',
      },
    },
    {
      number: '2',
      title: {
        en: 'Evaluating and comparing support schemes',
        fr: 'Évaluer et comparer les dispositifs',
        de: 'Programme bewerten und vergleichen',
        es: 'Evaluar y comparar programas',
        it: 'Valutare e confrontare i programmi',
        el: 'Αξιολόγηση και σύγκριση προγραμμάτων',
        ar: 'تقييم برامج الدعم ومقارنتها',
        uk: 'Оцінювання та порівняння програм',
      },
    },
    {
      number: '3',
      title: {
        en: 'Learning from one another and improving',
        fr: 'Apprendre les uns des autres et progresser',
        de: 'Voneinander lernen und besser werden',
        es: 'Aprender unos de otros y mejorar',
        it: 'Imparare gli uni dagli altri e migliorare',
        el: 'Μαθαίνουμε ο ένας από τον άλλον',
        ar: 'التعلّم المتبادل والتحسين',
        uk: 'Навчання одне в одного',
      },
    },
    {
      number: '4',
      title: {
        en: 'Dissemination: information, guidance and advice for many',
        fr: 'Diffusion : informer, guider et conseiller le plus grand nombre',
        de: 'Verbreitung: Information, Orientierung und Rat für viele',
        es: 'Difusión: información, orientación y consejo para muchos',
        it: 'Diffusione: informazioni, orientamento e consigli per molti',
        el: 'Διάδοση: πληροφόρηση, καθοδήγηση και συμβουλές για πολλούς',
        ar: 'النشر: المعلومات والإرشاد والنصح لأكبر عدد',
        uk: 'Поширення: інформація, орієнтири й поради для багатьох',
      },
    },
    {
      number: '5',
      title: {
        en: 'European workshops',
        fr: 'Ateliers européens',
        de: 'Europäische Workshops',
        es: 'Talleres europeos',
        it: 'Laboratori europei',
        el: 'Ευρωπαϊκά εργαστήρια',
        ar: 'ورش عمل أوروبية',
        uk: 'Європейські семінари',
      },
    },
  ],
}
