import { maskedAddress } from '../../audience/canonical-address.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { icon } from '../../content/markup/icons.ts'
import { longDay } from '../../i18n/dates.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { errorSummary, fieldError } from './errors.ts'
import { aboutSection, choiceSection, frequencySection } from './preferences-choices.ts'
import { followsSection } from './preferences-follows.ts'
import type { PreferencesForm } from './preferences-form.ts'
import { languagesSection, newslettersSection, pauseSection } from './preferences-letters.ts'
import type { PreferencesField } from './read-preferences.ts'
import { timeZoneSection } from './time-zone-section.ts'

/** One person's settings. Every button works without a script: it sends the form and gets it back as it would be. */
export function preferencesPage(context: SiteContext, form: PreferencesForm): Html {
  const { locale, t } = context
  const { subscriber, notices, wrong, offer, fields, isSaved, isBarred } = form
  const title =
    wrong.length > 0 ? t('form.errorTitle', { title: t('preferences.title') }) : t('preferences.title')
  // The whole address is not shown: the link works for ever, and letters are passed on.
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${t('preferences.title')}</h1><p>${t(
    'preferences.whose',
  )} <b><bdi dir="ltr">${maskedAddress(subscriber.email)}</bdi></b></p><p>${t('preferences.since', {
    date: longDay(subscriber.confirmedAt, locale),
  })}</p></div>
${notices.map(
  (notice, index) =>
    html`<div class="saved" role="status" tabindex="-1"${index === 0 && html` autofocus`}>${icon('check')}<span>${t(
      `preferences.${notice}`,
    )}</span></div>`,
)}
${isBarred && html`<div class="barred" role="note">${icon('warning')}<span>${t('confirm.barred')}</span></div>`}
${errorSummary(
  context,
  wrong.map((field) => ({ target: field, text: errorOf(context, form, field) })),
)}
<form method="post" novalidate>
<button class="hidden" type="submit" name="action" value="save" tabindex="-1" aria-hidden="true">${t('preferences.save')}</button>
${languagesSection(context, form)}${newslettersSection(context, form, (field) => errorOf(context, form, field))}
${frequencySection(context, form)}
${choiceSection(context, form, { name: 'topics', all: offer.topics, chosen: fields.topics })}
${choiceSection(context, form, { name: 'countries', all: offer.countries, chosen: fields.countries })}
${offer.follows.length > 0 && followsSection(context, form)}${pauseSection(context, form)}${timeZoneSection(context, form)}${aboutSection(context, form)}
${addressSection(context, form)}
${section('leave', t('preferences.leave'), html`<p class="hint">${t('preferences.leaveHint')}</p>${actionButton('leave', t('preferences.leaveAll'))}`)}
${section('data', t('preferences.data'), html`<p class="hint">${t('preferences.dataLinkHint')}</p>${actionButton('data', t('preferences.dataLink'))}`)}
<div class="save-bar actions"><button class="button" type="submit" name="action" value="save">${t('preferences.save')}</button>${
    !isSaved && html`<span role="status">${t('preferences.unsaved')}</span>`
  }</div>
</form></main>`
  return document(context, { title, description: null, main, alternates: {}, unlisted: true })
}

const section = (id: string, heading: string, body: Html): Html =>
  html`<section class="setting" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><div>${body}</div></section>`

const actionButton = (action: string, text: string): Html =>
  html`<div class="actions"><button class="button quiet" type="submit" name="action" value="${action}">${text}</button></div>`

function errorOf({ t }: SiteContext, { offer }: PreferencesForm, field: PreferencesField): string {
  const newsletter = offer.newsletters.find(({ id }) => field === `pause-${id}`)
  if (newsletter !== undefined) return t('preferences.error.pauseOne', { newsletter: newsletter.name })
  switch (field) {
    case 'locales':
    case 'pause':
      return t(`preferences.error.${field}`)
    case 'newsletters':
      return t('confirm.barred')
    case 'newAddress':
      return t('subscribe.error.email')
    default:
      return t('preferences.error.choice')
  }
}

const addressSection = (context: SiteContext, form: PreferencesForm): Html => {
  const { t } = context
  const isWrong = form.wrong.includes('newAddress')
  return section(
    'address',
    t('preferences.address'),
    html`<div class="field${isWrong && ' wrong'}"><label for="newAddress">${t('preferences.newAddress')}</label><p class="hint" id="newAddress-hint">${t(
      'preferences.newAddressHint',
    )}</p>${isWrong && fieldError('newAddress-error', errorOf(context, form, 'newAddress'))}<input class="half" id="newAddress" name="newAddress" type="email" autocomplete="email" dir="ltr" value="${form.fields.newAddress}" aria-describedby="newAddress-hint${
      isWrong && ' newAddress-error'
    }"${isWrong && html` aria-invalid="true"`}></div>${actionButton('move', t('preferences.move'))}`,
  )
}
