import { frequencies } from '../../audience/choices.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { inOtherLanguage } from '../other-language.ts'
import type { SiteContext } from '../site-context.ts'
import { fieldError } from './errors.ts'
import type { Choosable } from './preferences-fields.ts'
import type { PreferencesForm } from './preferences-form.ts'

/** More boxes than this are folded away, but for those that are ticked. */
const MOST_OPEN = 12
const OPEN_WHEN_NONE = 6

interface Choice {
  readonly name: 'topics' | 'countries'
  readonly all: readonly Choosable[]
  readonly chosen: readonly string[]
}

/** Boxes to tick, of which none means all. Nothing where there is nothing to choose. */
export function choiceSection(
  context: SiteContext,
  { wrong }: PreferencesForm,
  { name, all, chosen }: Choice,
): Html | false {
  if (all.length === 0) return false
  const { t } = context
  const isWrong = wrong.includes(name)
  const [open, folded] = split(all, chosen)
  const boxes = (shown: readonly Choosable[]): Html =>
    html`<div class="options">${shown.map(
      (each) =>
        html`<label class="option"><input type="checkbox" name="${name}" value="${each.id}"${
          chosen.includes(each.id) && html` checked`
        }><span${inOtherLanguage(context, each.language)}>${each.name}</span></label>`,
    )}</div>`
  return html`<section class="setting" aria-labelledby="${name}"><h2 id="${name}" tabindex="-1">${t(`preferences.${name}`)}</h2><div role="group" aria-labelledby="${name}"${
    isWrong && html` class="wrong"`
  }>${isWrong && fieldError(`${name}-error`, t('preferences.error.choice'))}<p class="hint">${t(
    `preferences.${name}Hint`,
  )}</p>${boxes(open)}${
    folded.length > 0 &&
    html`<details class="more"><summary>${t('preferences.more', { count: folded.length })}</summary>${boxes(folded)}</details>`
  }</div></section>`
}

function split(
  all: readonly Choosable[],
  chosen: readonly string[],
): readonly [readonly Choosable[], readonly Choosable[]] {
  if (all.length <= MOST_OPEN) return [all, []]
  const ticked = all.filter(({ id }) => chosen.includes(id))
  const open = ticked.length > 0 ? ticked : all.slice(0, OPEN_WHEN_NONE)
  return [open, all.filter((each) => !open.includes(each))]
}

export function frequencySection({ t, terms }: SiteContext, { fields, wrong }: PreferencesForm): Html {
  const isWrong = wrong.includes('frequency')
  return html`<section class="setting" aria-labelledby="frequency"><h2 id="frequency" tabindex="-1">${t('preferences.frequency')}</h2><div role="radiogroup" aria-labelledby="frequency" aria-describedby="frequency-hint"${
    isWrong && html` class="wrong"`
  }>${isWrong && fieldError('frequency-error', t('preferences.error.choice'))}<p class="hint" id="frequency-hint">${t(
    'preferences.frequencyHint',
  )}</p>${frequencies.map(
    (frequency) =>
      html`<label class="option"><input type="radio" name="frequency" value="${frequency}"${
        fields.frequency === frequency && html` checked`
      }><span>${terms(`frequency.${frequency}`)}</span></label>`,
  )}</div></section>`
}

/** Nothing where the network has neither roles nor organisations to choose from. */
export function aboutSection(context: SiteContext, form: PreferencesForm): Html | false {
  const { offer } = form
  if (offer.roles.length + offer.organisations.length === 0) return false
  const { t } = context
  return html`<section class="setting" aria-labelledby="about"><h2 id="about">${t('preferences.about')}</h2><div><p class="hint">${t(
    'preferences.aboutHint',
  )}</p><div class="row">${select(context, form, 'role', offer.roles)}${select(
    context,
    form,
    'organisation',
    offer.organisations,
  )}</div></div></section>`
}

function select(
  context: SiteContext,
  { fields, wrong }: PreferencesForm,
  name: 'role' | 'organisation',
  all: readonly Choosable[],
): Html | false {
  if (all.length === 0) return false
  const { t } = context
  const isWrong = wrong.includes(name)
  return html`<div class="field${isWrong && ' wrong'}"><label for="${name}">${t(`preferences.${name}`)}</label>${
    isWrong && fieldError(`${name}-error`, t('preferences.error.choice'))
  }<select id="${name}" name="${name}"${isWrong && html` aria-invalid="true" aria-describedby="${name}-error"`}><option value="">${t(
    'preferences.notSaid',
  )}</option>${all.map(
    (each) =>
      html`<option value="${each.id}"${inOtherLanguage(context, each.language)}${
        each.id === fields[name] && html` selected`
      }>${each.name}</option>`,
  )}</select></div>`
}
