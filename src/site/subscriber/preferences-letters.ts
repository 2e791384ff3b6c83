import { type Html, html } from '../../content/markup/html.ts'
import { icon } from '../../content/markup/icons.ts'
import { directionOf, endonymOf, type Locale } from '../../i18n/locales.ts'
import { languageOptions } from '../language-options.ts'
import type { SiteContext } from '../site-context.ts'
import { fieldError } from './errors.ts'
import type { PreferencesForm } from './preferences-form.ts'
import type { PreferencesField } from './read-preferences.ts'

/** The order of languages, moved by buttons. The focus stays with the language that was moved. */
export function languagesSection(
  { t }: SiteContext,
  { offer, fields: { locales }, wrong, pressed }: PreferencesForm,
): Html {
  const others = offer.locales.filter((locale) => !locales.includes(locale))
  const isWrong = wrong.includes('locales')
  const focused = focusAfter(pressed, locales)
  const move = (verb: 'up' | 'down' | 'remove', locale: Locale, isIdle: boolean): Html => {
    const action = `${verb}:${locale}`
    return html`<button type="submit" name="action" value="${action}" aria-label="${t(`preferences.${verb}`, {
      language: endonymOf(locale),
    })}"${isIdle && html` disabled`}${action === focused && html` autofocus`}>${
      verb === 'remove' ? icon('cross') : icon('up', verb === 'down' ? 'down' : '')
    }</button>`
  }
  return html`<section class="setting" aria-labelledby="locales"><h2 id="locales" tabindex="-1">${t('preferences.languages')}</h2><div${
    isWrong && html` class="wrong"`
  }>${isWrong && fieldError('locales-error', t('preferences.error.locales'))}<p class="hint">${t(
    'preferences.languagesHint',
  )}</p><ol class="order">${locales.map(
    (locale, index) =>
      html`<li><input type="hidden" name="locales" value="${locale}"><b>${index + 1}</b><span><bdi lang="${locale}" dir="${directionOf(locale)}">${endonymOf(
        locale,
      )}</bdi></span>${move('up', locale, index === 0)}${move('down', locale, index === locales.length - 1)}${move(
        'remove',
        locale,
        locales.length === 1,
      )}</li>`,
  )}</ol>${
    others.length > 0 &&
    html`<div class="add"><select name="add" aria-label="${t('preferences.add')}"${focused === 'add' && html` autofocus`}>${languageOptions(
      others,
      null,
    )}</select><button class="button quiet" type="submit" name="action" value="add">${t('preferences.addButton')}</button></div>`
  }</div></section>`
}

/** The button that was pressed, or the nearest that still works. */
function focusAfter(pressed: string, locales: readonly Locale[]): string {
  const [verb, locale] = pressed.split(':')
  if (verb === 'up' && locale === locales[0]) return `down:${locale}`
  if (verb === 'down' && locale === locales.at(-1)) return `up:${locale}`
  return verb === 'remove' ? 'add' : pressed
}

/** Those that the person gets can be paused one by one. */
export const newslettersSection = (
  { t }: SiteContext,
  { offer, fields, wording, wrong, tomorrow }: PreferencesForm,
  errorOf: (field: PreferencesField) => string,
): Html =>
  html`<section class="setting" aria-labelledby="newsletters"><h2 id="newsletters" tabindex="-1">${t('preferences.newsletters')}</h2><div role="group" aria-labelledby="newsletters"${
    wrong.includes('newsletters') && html` class="wrong"`
  }>${wrong.includes('newsletters') && fieldError('newsletters-error', errorOf('newsletters'))}${offer.newsletters.map(
    ({ id, name, description }) => {
      const isChosen = fields.newsletters.includes(id)
      const day = fields.pauses.get(id) ?? ''
      const field = `pause-${id}` as const
      const isWrong = wrong.includes(field)
      return html`<label class="option"><input type="checkbox" name="newsletters" value="${id}"${isChosen && html` checked`}><span>${name}${
        description !== '' && html`<small>${description}</small>`
      }</span></label>${
        isChosen &&
        html`<details class="pause"${(day !== '' || isWrong) && html` open`}><summary>${t('preferences.pauseOne')}<span class="hidden">: ${name}</span></summary><div class="field${isWrong && ' wrong'}"><label for="${field}">${t('preferences.pauseUntil')}</label>${
          isWrong && fieldError(`${field}-error`, errorOf(field))
        }<input class="short" id="${field}" name="${field}" type="date" min="${tomorrow}" value="${day}"${
          isWrong && html` aria-invalid="true" aria-describedby="${field}-error"`
        }></div></details>`
      }`
    },
  )}<p class="hint">${t('preferences.agreement')} ${wording.text}</p></div></section>`

/** Of everything. */
export function pauseSection({ t }: SiteContext, { fields, tomorrow, wrong }: PreferencesForm): Html {
  const isWrong = wrong.includes('pause')
  return html`<section class="setting" aria-labelledby="pause-heading"><h2 id="pause-heading">${t('preferences.pause')}</h2><div class="field${
    isWrong && ' wrong'
  }"><label for="pause">${t('preferences.pauseUntil')}</label><p class="hint" id="pause-hint">${t('preferences.pauseHint')}</p>${
    isWrong && fieldError('pause-error', t('preferences.error.pause'))
  }<input class="short" id="pause" name="pause" type="date" min="${tomorrow}" value="${fields.pause}" aria-describedby="pause-hint${
    isWrong && ' pause-error'
  }"${isWrong && html` aria-invalid="true"`}></div></section>`
}
