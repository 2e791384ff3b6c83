import { firstDayOf } from '../../i18n/dates.ts'
import { directionOf, interfaceLocales } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'

const collections = ['practices', 'events'] as const
const statuses = ['postponed', 'rescheduled', 'moved-online', 'cancelled'] as const
const modes = ['onsite', 'online', 'hybrid'] as const

/** Puts the words of every language into the script of the lists, so that a page of another site asks for it alone. */
export function withListTexts(script: string): string {
  const words = Object.fromEntries(
    interfaceLocales.map((locale) => {
      const [site, terms] = [translator(locale, 'site'), translator(locale, 'terms')]
      return [
        locale,
        {
          direction: directionOf(locale),
          ...Object.fromEntries(collections.map((name) => [name, terms(`collection.${name}`)])),
          all: Object.fromEntries(collections.map((name) => [name, site(`widget.all.${name}`)])),
          none: site('widget.none'),
          noneInMonth: site('events.none.month'),
          previous: site('events.prev'),
          next: site('events.next'),
          firstDay: firstDayOf(locale),
          machine: site('item.machineTag'),
          sample: site('item.sampleTag'),
          status: Object.fromEntries(statuses.map((name) => [name, terms(`eventStatus.${name}`)])),
          mode: Object.fromEntries(modes.map((name) => [name, terms(`eventMode.${name}`)])),
        },
      ]
    }),
  )
  return script.replace('const texts = {}', () => `const texts = ${JSON.stringify(words)}`)
}
