import type { OfferedNewsletter } from '../../audience/choices.ts'
import type { ConsentWording } from '../../audience/consent-wording.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { directionOf, endonymOf, type Locale } from '../../i18n/locales.ts'
import { longDay } from '../dates.ts'
import { type Html, html } from '../html.ts'
import { icon } from '../icons.ts'
import { languageOptions } from '../language-options.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { errorSummary, fieldError } from './errors.ts'

export interface PreferencesForm {
  readonly subscriber: Subscriber
  readonly newsletters: readonly OfferedNewsletter[]
  readonly wording: ConsentWording
  /** As they stand in the form, saved or not. */
  readonly locales: readonly Locale[]
  readonly newsletterIds: readonly string[]
  /** `YYYY-MM-DD`, or empty. */
  readonly pausedUntil: string
  /** First day that a pause may end on, `YYYY-MM-DD`. */
  readonly tomorrow: string
  readonly state: 'saved' | 'unsaved' | 'as-stored' | 'erase'
  readonly wrong: readonly ('locales' | 'pause')[]
}

/** One person's settings. Every button works without a script: it sends the form and gets it back as it would be. */
export function preferencesPage(context: SiteContext, form: PreferencesForm): Html {
  const { locale, t } = context
  const { subscriber, state, wrong } = form
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${t('preferences.title')}</h1><p>${t(
    'preferences.whose',
  )} <b><bdi>${subscriber.email}</bdi></b></p><p>${t('preferences.since', { date: longDay(subscriber.confirmedAt, locale) })}</p></div>
${state === 'saved' && html`<div class="saved" role="status">${icon('check')}${t('preferences.saved')}</div>`}
${errorSummary(
  context,
  wrong.map((field) => ({ target: field, text: t(`preferences.error.${field}`) })),
)}
<form method="post" novalidate>
<button class="hidden" type="submit" name="action" value="save" tabindex="-1" aria-hidden="true">${t('preferences.save')}</button>
${languages(context, form)}${newsletters(context, form)}${pause(context, form)}
<section class="setting"><h2>${t('preferences.leave')}</h2><div><p class="hint">${t('preferences.leaveHint')}</p><div class="actions"><button class="button quiet" type="submit" name="action" value="leave">${t(
    'preferences.leaveAll',
  )}</button></div></div></section>
${erasure(context, form)}
<div class="save-bar actions"><button class="button" type="submit" name="action" value="save">${t('preferences.save')}</button>${
    state === 'unsaved' && html`<span role="status">${t('preferences.unsaved')}</span>`
  }</div>
</form></main>`
  return document(context, {
    title: t('preferences.title'),
    description: null,
    main,
    alternates: {},
    unlisted: true,
  })
}

function languages({ locales: enabled, t }: SiteContext, { locales, wrong }: PreferencesForm): Html {
  const others = enabled.filter((locale) => !locales.includes(locale))
  return html`<section class="setting"><h2 id="locales" tabindex="-1">${t('preferences.languages')}</h2><div${
    wrong.includes('locales') && html` class="wrong"`
  }>${wrong.includes('locales') && fieldError('locales-error', t('preferences.error.locales'))}<p class="hint">${t(
    'preferences.languagesHint',
  )}</p><ol class="order">${locales.map(
    (locale, index) =>
      html`<li><input type="hidden" name="locales" value="${locale}"><b>${index + 1}</b><span><bdi lang="${locale}" dir="${directionOf(locale)}">${endonymOf(
        locale,
      )}</bdi></span>${orderButton(`up:${locale}`, t('preferences.up', { language: endonymOf(locale) }), icon('up'), index === 0)}${orderButton(
        `down:${locale}`,
        t('preferences.down', { language: endonymOf(locale) }),
        icon('up', 'down'),
        index === locales.length - 1,
      )}${orderButton(
        `remove:${locale}`,
        t('preferences.remove', { language: endonymOf(locale) }),
        icon('cross'),
        locales.length === 1,
      )}</li>`,
  )}</ol>${
    others.length > 0 &&
    html`<div class="add"><select name="add" aria-label="${t('preferences.add')}">${languageOptions(others, null)}</select><button class="button quiet" type="submit" name="action" value="add">${t(
      'preferences.addButton',
    )}</button></div>`
  }</div></section>`
}

const orderButton = (action: string, label: string, picture: Html, disabled: boolean): Html =>
  html`<button type="submit" name="action" value="${action}" aria-label="${label}"${disabled && html` disabled`}>${picture}</button>`

const newsletters = (
  { t }: SiteContext,
  { newsletters: all, newsletterIds, wording }: PreferencesForm,
): Html =>
  html`<section class="setting"><h2>${t('preferences.newsletters')}</h2><div role="group" aria-label="${t('preferences.newsletters')}">${all.map(
    ({ id, name, description }) =>
      html`<label class="option"><input type="checkbox" name="newsletters" value="${id}"${newsletterIds.includes(id) && html` checked`}><span>${name}${
        description !== '' && html`<small>${description}</small>`
      }</span></label>`,
  )}<p class="hint">${t('preferences.agreement')} ${wording.text}</p></div></section>`

const pause = ({ t }: SiteContext, { pausedUntil, tomorrow, wrong }: PreferencesForm): Html =>
  html`<section class="setting"><h2>${t('preferences.pause')}</h2><div class="field${wrong.includes('pause') && ' wrong'}"><label for="pause">${t(
    'preferences.pauseUntil',
  )}</label><p class="hint" id="pause-hint">${t('preferences.pauseHint')}</p>${
    wrong.includes('pause') && fieldError('pause-error', t('preferences.error.pause'))
  }<input class="short" id="pause" name="pause" type="date" min="${tomorrow}" value="${pausedUntil}" aria-describedby="pause-hint${
    wrong.includes('pause') && ' pause-error'
  }"${wrong.includes('pause') && html` aria-invalid="true"`}></div></section>`

/** Asked once more, in place. */
const erasure = ({ t }: SiteContext, { state }: PreferencesForm): Html =>
  html`<section class="setting" id="data"><h2>${t('preferences.data')}</h2><div>${
    state === 'erase'
      ? html`<div class="danger" role="alert" tabindex="-1" autofocus><h3>${t('preferences.eraseTitle')}</h3><p>${t(
          'preferences.eraseText',
        )}</p><div class="actions"><button class="button bad" type="submit" name="action" value="erase-for-good">${t(
          'preferences.eraseYes',
        )}</button><button class="button quiet" type="submit" name="action" value="keep">${t('preferences.eraseNo')}</button></div></div>`
      : html`<p class="hint">${t('preferences.dataHint')}</p><div class="actions"><button class="button bad" type="submit" name="action" value="erase">${t(
          'preferences.erase',
        )}</button></div>`
  }</div></section>`
