import { timeZones } from '../../audience/time-zones.ts'
import { type Html, html } from '../../content/markup/html.ts'
import type { SiteContext } from '../site-context.ts'
import { fieldError } from './errors.ts'
import type { PreferencesForm } from './preferences-form.ts'

/** Where the person's day is meant. By default the network's. */
export function timeZoneSection({ t }: SiteContext, { offer, fields, wrong }: PreferencesForm): Html {
  const isWrong = wrong.includes('timeZone')
  const own = fields.timeZone
  // What was chosen before a name was given up stays to be seen.
  const shown = own === '' || timeZones.includes(own) ? timeZones : [own, ...timeZones]
  return html`<section class="setting" aria-labelledby="timeZone-heading"><h2 id="timeZone-heading">${t('preferences.timeZone')}</h2><div class="field${
    isWrong && ' wrong'
  }"><label for="timeZone">${t('preferences.timeZoneLabel')}</label><p class="hint" id="timeZone-hint">${t('preferences.timeZoneHint')}</p>${
    isWrong && fieldError('timeZone-error', t('preferences.error.choice'))
  }<select class="half" id="timeZone" name="timeZone" aria-describedby="timeZone-hint${
    isWrong && ' timeZone-error'
  }"${isWrong && html` aria-invalid="true"`}><option value="">${t('preferences.timeZoneOfNetwork', {
    timeZone: readable(offer.timeZone),
  })}</option>${shown.map((zone) =>
    zone === own ? option(zone, true) : (unchosen.get(zone) ?? option(zone, false)),
  )}</select></div></section>`
}

const readable = (zone: string): string => zone.replaceAll('_', ' ')

/** Names of zones are English in every language: https://www.iana.org/time-zones */
const option = (zone: string, isChosen: boolean): Html =>
  html`<option lang="en" value="${zone}"${isChosen && html` selected`}>${readable(zone)}</option>`

/** Some hundreds, the same for everybody. */
const unchosen: ReadonlyMap<string, Html> = new Map(timeZones.map((zone) => [zone, option(zone, false)]))
