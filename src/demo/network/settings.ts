import type { Locale } from '../../i18n/locales.ts'
import { emen } from './project.ts'
import { demoLocales } from './shapes.ts'
import type { EveryLocale } from './taxonomies/demo-term.ts'

/** What the network says of itself. Readers may subscribe in a few more languages than it publishes in. */
export const settings: {
  readonly enabledLocales: readonly Locale[]
  readonly name: EveryLocale<string>
  readonly tagline: EveryLocale<string>
  readonly contactEmail: string
} = {
  enabledLocales: demoLocales,
  contactEmail: 'info@emen.example',
  name: emen.title,
  tagline: {
    en: 'What works when people arrive with a trade and start again.',
    fr: 'Ce qui marche quand on arrive avec un métier et qu’on recommence.',
    de: 'Was hilft, wenn Menschen mit einem Beruf ankommen und neu anfangen.',
    es: 'Lo que funciona cuando se llega con un oficio y se vuelve a empezar.',
    it: 'Che cosa funziona quando si arriva con un mestiere e si ricomincia.',
    el: 'Τι πετυχαίνει όταν κάποιος φτάνει με μια τέχνη και ξαναρχίζει.',
    ar: 'ما الذي ينجح حين يصل الناس ومعهم حرفة ويبدؤون من جديد.',
    uk: 'Що працює, коли люди приїжджають із фахом і починають знову.',
  },
}
