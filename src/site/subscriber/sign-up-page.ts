import type { Offer, SignUpField, SignUpFields } from '../../audience/choices.ts'
import { CONFIRMATION_HOURS } from '../../audience/confirmation-token.ts'
import type { ConsentWording } from '../../audience/consent-wording.ts'
import { type Html, html } from '../html.ts'
import { icon } from '../icons.ts'
import { languageOptions } from '../language-options.ts'
import { strip } from '../picture.ts'
import { document } from '../shell.ts'
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
}

/** Where each field stands, for the links of the summary. */
const targets: Readonly<Record<SignUpField, string>> = {
  email: 'email',
  locale: 'locale',
  second: 'second',
  newsletters: 'newsletters',
  frequency: 'frequency',
  topics: 'topics',
  countries: 'countries',
  consent: 'consent',
}

export function signUpPage(context: SiteContext, form: SignUpForm): Html {
  const { locale, t } = context
  const { offer, fields, wrong, stale, wording, formToken } = form
  const error = (field: SignUpField) =>
    wrong.includes(field) && fieldError(`${field}-error`, t(`subscribe.error.${field}`))
  const state = (field: SignUpField) => wrong.includes(field) && html` aria-invalid="true"`
  const main = html`${strip}<main id="main" class="wrap"><div class="form">
${errorSummary(context, [
  ...(stale ? [{ target: 'sign-up', text: t('subscribe.error.stale') }] : []),
  ...wrong.map((field) => ({ target: targets[field], text: t(`subscribe.error.${field}`) })),
])}
<h1>${t('subscribe.title')}</h1><p class="intro">${t('subscribe.intro')}</p>
<form id="sign-up" method="post" action="/${locale}/subscribe" novalidate>
<input type="hidden" name="form" value="${formToken}">
<div class="trap" aria-hidden="true"><label for="website">${t('subscribe.trap')}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<div class="field${wrong.includes('email') && ' wrong'}"><label for="email">${t('subscribe.email')}</label><p class="hint" id="email-hint">${t(
    'subscribe.emailHint',
  )}</p>${error('email')}<input id="email" name="email" type="email" autocomplete="email" dir="ltr" value="${fields.email}" required aria-describedby="email-hint${
    wrong.includes('email') && ' email-error'
  }"${state('email')}></div>
<fieldset${wrong.includes('newsletters') && html` class="wrong"`}><legend id="newsletters" tabindex="-1">${t('subscribe.newsletters')}</legend>${error(
    'newsletters',
  )}${offer.newsletters.map(
    ({ id, name, description }) =>
      html`<label class="option"><input type="checkbox" name="newsletters" value="${id}"${fields.newsletters.includes(id) && html` checked`}${state(
        'newsletters',
      )}><span>${name}${description !== '' && html`<small>${description}</small>`}</span></label>`,
  )}</fieldset>
<fieldset><legend class="hidden">${t('subscribe.languages')}</legend><div class="row">
<div${wrong.includes('locale') && html` class="wrong"`}>${error('locale')}<label for="locale">${t('subscribe.locale')}</label><select id="locale" name="locale"${state(
    'locale',
  )}>${languageOptions(offer.locales, offer.locales.find((each) => each === fields.locale) ?? locale)}</select></div>
<div${wrong.includes('second') && html` class="wrong"`}>${error('second')}<label for="second">${t(
    'subscribe.second',
  )}</label><select id="second" name="second" aria-describedby="second-hint"${state('second')}><option value="">${t(
    'subscribe.noSecond',
  )}</option>${languageOptions(offer.locales, offer.locales.find((each) => each === fields.second) ?? null)}</select></div></div>
<p class="hint" id="second-hint">${t('subscribe.secondHint')}</p></fieldset>
<div class="legal${wrong.includes('consent') && ' wrong'}">${error('consent')}<label class="option"><input type="checkbox" id="consent" name="consent" value="yes" required${
    fields.consent && html` checked`
  }${state('consent')}${wrong.includes('consent') && html` aria-describedby="consent-error"`}><span>${wording.text}</span></label><p class="hint">${t(
    'subscribe.noTracking',
  )} <a href="/${locale}/pages/privacy">${t('subscribe.privacy')}</a></p></div>
<button class="button" type="submit">${t('signUp.button')}</button></form></div></main>`
  const title =
    wrong.length > 0 || stale ? t('form.errorTitle', { title: t('subscribe.title') }) : t('subscribe.title')
  return document(context, {
    title,
    description: t('subscribe.intro'),
    main,
    alternates: alternatesOf(context),
  })
}

/** The same words for everybody, whatever became of the request. */
export function signUpSentPage(context: SiteContext): Html {
  const { locale, t } = context
  const main = html`${strip}<main id="main" class="wrap"><div class="form"><div class="badge">${icon('check')}</div><h1>${t(
    'subscribeSent.title',
  )}</h1><p class="large">${t('subscribeSent.text')}</p><ul><li>${t('subscribeSent.expires', {
    count: CONFIRMATION_HOURS,
  })}</li><li>${t('subscribeSent.spam')} <a href="/${locale}/subscribe">${t('subscribeSent.again')}</a></li><li>${t(
    'subscribeSent.already',
  )}</li></ul></div></main>`
  return document(context, {
    title: t('subscribeSent.title'),
    description: null,
    main,
    alternates: {},
    unlisted: true,
  })
}

/** Too many sign-ups from one place: nothing about the address is said, since it was not even looked at. */
export function tooManyPage(context: SiteContext): Html {
  const { t } = context
  const main = html`${strip}<main id="main" class="wrap"><div class="form"><h1>${t('subscribe.tooManyTitle')}</h1><p class="large">${t(
    'subscribe.tooMany',
  )}</p></div></main>`
  return document(context, {
    title: t('subscribe.tooManyTitle'),
    description: null,
    main,
    alternates: {},
    unlisted: true,
  })
}

const alternatesOf = ({ locales }: SiteContext) =>
  Object.fromEntries(locales.map((other) => [other, `/${other}/subscribe`]))
