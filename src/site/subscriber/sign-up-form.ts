import type { Challenge } from 'altcha-lib'

import {
  type Frequency,
  frequencies,
  type Offer,
  type OfferedTerm,
  type SignUpField,
  type SignUpFields,
} from '../../audience/choices.ts'
import type { ConsentWording } from '../../audience/consent-wording.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { languageOptions } from '../language-options.ts'
import type { SiteContext } from '../site-context.ts'
import { errorSummary, fieldError } from './errors.ts'

export interface SignUpForm {
  readonly offer: Offer
  readonly fields: SignUpFields
  /** In the order of the form. Empty before it was sent. */
  readonly wrong: readonly SignUpField[]
  /** The page had been open for too long; everything is still filled in. */
  readonly stale: boolean
  readonly wording: ConsentWording
  readonly formToken: string
  /** For a browser with scripts to solve. */
  readonly challenge: Challenge
  /** Where it is sent. */
  readonly action: string
  /** In a page of somebody else: links lead out of the frame. */
  readonly framed: boolean
}

/** Languages that can be named, the first one included. */
const LANGUAGES = 4

/** Terms that stand open; of more, one scrolls through the list. */
const OPEN_TERMS = 12

/** What of the form stands behind “More choices”. */
const optional: readonly SignUpField[] = ['topics', 'countries', 'frequency']

const errorKeys = {
  email: 'subscribe.error.email',
  newsletters: 'subscribe.error.newsletters',
  locale: 'subscribe.error.locale',
  further: 'subscribe.error.further',
  frequency: 'subscribe.error.listed',
  topics: 'subscribe.error.listed',
  countries: 'subscribe.error.listed',
  consent: 'subscribe.error.consent',
} as const satisfies Record<SignUpField, string>

/** What has to be said about a field that is wrong. */
export const signUpError = ({ t }: SiteContext, field: SignUpField): string => t(errorKeys[field])

/** What is wrong, and the form. */
export function signUpForm(context: SiteContext, form: SignUpForm, heading: Html): Html {
  const { t } = context
  const { wrong, stale, formToken, challenge, action } = form
  return html`${errorSummary(context, [
    ...(stale ? [{ target: 'sign-up', text: t('subscribe.error.stale') }] : []),
    ...wrong.map((field) => ({ target: targetOf(field), text: signUpError(context, field) })),
  ])}
${heading}
<form id="sign-up" method="post" action="${action}" novalidate data-challenge="${JSON.stringify(challenge)}">
<input type="hidden" name="form" value="${formToken}">
<div class="trap" aria-hidden="true"><label for="website">${t('subscribe.trap')}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
${email(context, form)}
${newsletters(context, form)}
${languages(context, form)}
${more(context, form)}
${consent(context, form)}
<button class="button" type="submit">${t('signUp.button')}</button>
<p class="working" role="status" data-working="${t('subscribe.working')}"></p></form>`
}

const targetOf = (field: SignUpField): string => (field === 'further' ? 'further-2' : field)

const marks = (context: SiteContext, { wrong }: SignUpForm, field: SignUpField) => {
  const isWrong = wrong.includes(field)
  return {
    /** Of the element around the field. */
    around: isWrong && html` class="wrong"`,
    error: isWrong && fieldError(`${field}-error`, signUpError(context, field)),
    state: isWrong && html` aria-invalid="true"`,
    isWrong,
  }
}

function email(context: SiteContext, form: SignUpForm): Html {
  const { t } = context
  const { error, state, isWrong } = marks(context, form, 'email')
  return html`<div class="field${isWrong && ' wrong'}"><label for="email">${t('subscribe.email')}</label><p class="hint" id="email-hint">${t(
    'subscribe.emailHint',
  )}</p>${error}<input id="email" name="email" type="email" autocomplete="email" dir="ltr" value="${form.fields.email}" required aria-describedby="email-hint${
    isWrong && ' email-error'
  }"${state}></div>`
}

function newsletters(context: SiteContext, form: SignUpForm): Html {
  const { around, error, state } = marks(context, form, 'newsletters')
  return html`<fieldset${around}><legend id="newsletters" tabindex="-1">${context.t('subscribe.newsletters')}</legend>${error}${form.offer.newsletters.map(
    ({ id, name, description }) =>
      html`<label class="option"><input type="checkbox" name="newsletters" value="${id}"${form.fields.newsletters.includes(id) && html` checked`}${state}><span>${name}${
        description !== '' && html`<small>${description}</small>`
      }</span></label>`,
  )}</fieldset>`
}

function languages(context: SiteContext, form: SignUpForm): Html {
  const { locale, t } = context
  const { offer, fields } = form
  const { around, error, state } = marks(context, form, 'locale')
  const chosen = offer.locales.find((each) => each === fields.locale) ?? locale
  return html`<fieldset><legend class="hidden">${t('subscribe.languages')}</legend><div class="row">
<div${around}>${error}<label for="locale">${t('subscribe.locale')}</label><select id="locale" name="locale"${state}>${languageOptions(
    offer.locales,
    chosen,
  )}</select></div>
${further(context, form, 2)}</div>
<p class="hint" id="second-hint">${t('subscribe.secondHint')}</p></fieldset>`
}

/** The second language is asked for at once; who reads more than two says so further down. */
function further(context: SiteContext, form: SignUpForm, place: number): Html {
  const { t } = context
  const { offer, fields } = form
  const { around, error, state } = marks(context, form, 'further')
  const chosen = offer.locales.find((each) => each === fields.further[place - 2]) ?? null
  const id = `further-${place}`
  return html`<div${around}>${place === 2 && error}<label for="${id}">${
    place === 2 ? t('subscribe.second') : t('subscribe.nth', { number: place })
  }</label><select id="${id}" name="further" aria-describedby="second-hint"${state}><option value="">${t(
    'subscribe.noSecond',
  )}</option>${languageOptions(offer.locales, chosen)}</select></div>`
}

/** Closed as long as nothing in it was chosen or is wrong. */
function more(context: SiteContext, form: SignUpForm): Html {
  const { t, terms } = context
  const { offer, fields, wrong } = form
  const places = Array.from(
    { length: Math.min(LANGUAGES, offer.locales.length) - 2 },
    (_, index) => index + 3,
  )
  const isOpen =
    fields.topics.length + fields.countries.length > 0 ||
    fields.frequency !== 'every-issue' ||
    fields.further.slice(1).some((each) => each !== '') ||
    wrong.some((field) => optional.includes(field))
  const { around, error, state } = marks(context, form, 'frequency')
  return html`<details class="more"${isOpen && html` open`}><summary>${t('subscribe.more')}</summary>
<fieldset${around}><legend id="frequency" tabindex="-1">${t('subscribe.frequency')}</legend>${error}${frequencies.map(
    (frequency) =>
      html`<label class="option"><input type="radio" name="frequency" value="${frequency}"${frequency === fields.frequency && html` checked`}${state}><span>${terms(
        `frequency.${frequency}`,
      )}<small>${frequencyHint(context, frequency)}</small></span></label>`,
  )}</fieldset>
${termChoice(context, form, 'topics', t('fact.topics'))}
${termChoice(context, form, 'countries', t('subscribe.countries'))}
${
  places.length > 0 &&
  html`<fieldset><legend>${t('subscribe.moreLanguages')}</legend><div class="row">${places.map((place) =>
    further(context, form, place),
  )}</div></fieldset>`
}</details>`
}

/** What a rhythm means, in one line. */
export const frequencyHint = ({ t }: SiteContext, frequency: Frequency): string =>
  frequency === 'every-issue' ? t('frequency.everyIssueHint') : t('frequency.digestHint')

function termChoice(
  context: SiteContext,
  form: SignUpForm,
  field: 'topics' | 'countries',
  legend: string,
): Html | false {
  const terms: readonly OfferedTerm[] = form.offer[field]
  if (terms.length === 0) return false
  const { around, error, state } = marks(context, form, field)
  const chosen = new Set(form.fields[field])
  return html`<fieldset${around}><legend id="${field}" tabindex="-1">${legend}</legend><p class="hint" id="${field}-hint">${context.t(
    'subscribe.allHint',
  )}</p>${error}<div class="terms${terms.length > OPEN_TERMS && ' long'}"${
    terms.length > OPEN_TERMS && html` tabindex="0" role="group" aria-labelledby="${field}"`
  }>${terms.map(
    ({ id, label }) =>
      html`<label class="option"><input type="checkbox" name="${field}" value="${id}"${chosen.has(id) && html` checked`}${state}><span>${label}</span></label>`,
  )}</div></fieldset>`
}

function consent(context: SiteContext, form: SignUpForm): Html {
  const { locale, t } = context
  const { fields, wording, framed } = form
  const { error, state, isWrong } = marks(context, form, 'consent')
  return html`<div class="legal${isWrong && ' wrong'}">${error}<label class="option"><input type="checkbox" id="consent" name="consent" value="yes" required${
    fields.consent && html` checked`
  }${state}${isWrong && html` aria-describedby="consent-error"`}><span>${wording.text}</span></label><p class="hint">${t(
    'subscribe.noTracking',
  )} <a href="/${locale}/pages/privacy"${framed && html` target="_blank"`}>${t('subscribe.privacy')}</a></p></div>`
}
