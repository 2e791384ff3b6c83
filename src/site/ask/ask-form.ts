import type { Challenge } from 'altcha-lib'

import type { Offer, OfferedTerm } from '../../audience/choices.ts'
import type { ConsentWording } from '../../audience/consent-wording.ts'
import { MAX_NAME, MAX_QUESTION } from '../../audience/questions/question.ts'
import { OTHER, type QuestionField, type QuestionFields } from '../../audience/questions/read-question.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { languageOptions } from '../language-options.ts'
import type { SiteContext } from '../site-context.ts'
import { errorSummary, fieldError } from '../subscriber/errors.ts'

export interface AskForm {
  readonly offer: Offer
  readonly fields: QuestionFields
  /** In the order of the form. Empty before it was sent. */
  readonly wrong: readonly QuestionField[]
  /** The question does not fit the link that confirms it, though it is not too long by its characters. */
  readonly tooLong: boolean
  /** The page had been open for too long; everything is still filled in. */
  readonly stale: boolean
  readonly wording: ConsentWording
  readonly formToken: string
  /** For a browser with scripts to solve. */
  readonly challenge: Challenge
}

const errorKeys = {
  question: 'ask.error.question',
  topic: 'ask.error.topic',
  country: 'ask.error.country',
  locale: 'subscribe.error.locale',
  further: 'subscribe.error.further',
  name: 'ask.error.name',
  email: 'subscribe.error.email',
  consent: 'subscribe.error.consent',
} as const satisfies Record<QuestionField, string>

/** What has to be said about a field that is wrong: what it is, and what to do. */
const errorText = ({ t }: SiteContext, { tooLong }: AskForm, field: QuestionField): string =>
  field === 'question' && tooLong
    ? t('ask.error.tooLong')
    : t(errorKeys[field], { number: field === 'name' ? MAX_NAME : MAX_QUESTION })

/** What is wrong, and the form. */
export function askForm(context: SiteContext, form: AskForm, heading: Html): Html {
  const { locale, t } = context
  const { stale, wrong, formToken, challenge, offer, fields } = form
  return html`${errorSummary(context, [
    ...(stale ? [{ target: 'ask', text: t('subscribe.error.stale') }] : []),
    ...wrong.map((field) => ({ target: field, text: errorText(context, form, field) })),
  ])}
${heading}
<form id="ask" method="post" action="/${locale}/ask" novalidate data-challenge="${JSON.stringify(challenge)}">
<input type="hidden" name="form" value="${formToken}">
<div class="trap" aria-hidden="true"><label for="website">${t('subscribe.trap')}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
${field(
  context,
  form,
  'question',
  { label: t('ask.question'), hint: t('ask.questionHint', { number: MAX_QUESTION }) },
  (state) =>
    html`<textarea id="question" name="question" rows="8" lang="" dir="auto" maxlength="${MAX_QUESTION}" required${state}>
${fields.question}</textarea>`,
)}
<div class="row field">${choice(context, form, 'topic', t('ask.topic'), offer.topics)}${choice(
    context,
    form,
    'country',
    t('ask.country'),
    offer.countries,
  )}</div>
<fieldset><legend>${t('ask.languages')}</legend><p class="hint" id="languages-hint">${t('ask.languagesHint')}</p><div class="row">
${language(context, form, 'locale', t('subscribe.locale'))}${language(context, form, 'further', t('subscribe.second'))}</div></fieldset>
${field(
  context,
  form,
  'name',
  { label: t('ask.name'), hint: t('ask.nameHint') },
  (state) =>
    html`<input id="name" name="name" autocomplete="name" dir="auto" maxlength="${MAX_NAME}" value="${fields.name}"${state}>`,
)}
${field(
  context,
  form,
  'email',
  { label: t('subscribe.email'), hint: t('ask.emailHint') },
  (state) =>
    html`<input id="email" name="email" type="email" autocomplete="email" dir="ltr" value="${fields.email}" required${state}>`,
)}
${consent(context, form)}
<button class="button" type="submit">${t('ask.button')}</button>
<p class="working" role="status" data-working="${t('subscribe.working')}"></p></form>`
}

interface FieldTexts {
  readonly label: string
  readonly hint: string
}

/** @param control is given its state: what describes it, and whether it is wrong. */
function field(
  context: SiteContext,
  form: AskForm,
  name: QuestionField,
  { label, hint }: FieldTexts,
  control: (state: Html) => Html,
): Html {
  const isWrong = form.wrong.includes(name)
  const state = html` aria-describedby="${name}-hint${isWrong && ` ${name}-error`}"${isWrong && html` aria-invalid="true"`}`
  return html`<div class="field${isWrong && ' wrong'}"><label for="${name}">${label}</label><p class="hint" id="${name}-hint">${hint}</p>${
    isWrong && fieldError(`${name}-error`, errorText(context, form, name))
  }${control(state)}</div>`
}

const wrongState = (form: AskForm, name: QuestionField, describedBy = '') => {
  const isWrong = form.wrong.includes(name)
  const ids = [describedBy, isWrong ? `${name}-error` : ''].filter((id) => id !== '').join(' ')
  return html`${ids !== '' && html` aria-describedby="${ids}"`}${isWrong && html` aria-invalid="true"`}`
}

const around = (context: SiteContext, form: AskForm, name: QuestionField, inside: Html): Html =>
  form.wrong.includes(name)
    ? html`<div class="wrong">${fieldError(`${name}-error`, errorText(context, form, name))}${inside}</div>`
    : html`<div>${inside}</div>`

const choice = (
  context: SiteContext,
  form: AskForm,
  name: 'topic' | 'country',
  label: string,
  offered: readonly OfferedTerm[],
): Html =>
  around(
    context,
    form,
    name,
    html`<label for="${name}">${label}</label><select id="${name}" name="${name}" required${wrongState(form, name)}><option value="">${context.t(
      'ask.choose',
    )}</option>${[...offered, { id: OTHER, label: context.terms(`questionOther.${name}`) }].map(
      ({ id, label: text }) =>
        html`<option value="${id}"${form.fields[name] === id && html` selected`}>${text}</option>`,
    )}</select>`,
  )

function language(context: SiteContext, form: AskForm, name: 'locale' | 'further', label: string): Html {
  const { offer, fields } = form
  const wanted = name === 'locale' ? fields.locale : fields.further[0]
  const chosen = offer.locales.find((each) => each === wanted) ?? null
  return around(
    context,
    form,
    name,
    html`<label for="${name}">${label}</label><select id="${name}" name="${name}"${wrongState(form, name, 'languages-hint')}>${
      name === 'further' && html`<option value="">${context.t('ask.noSecond')}</option>`
    }${languageOptions(offer.locales, chosen)}</select>`,
  )
}

function consent({ locale, t, ...context }: SiteContext, form: AskForm): Html {
  const isWrong = form.wrong.includes('consent')
  return html`<div class="legal${isWrong && ' wrong'}">${
    isWrong && fieldError('consent-error', errorText({ locale, t, ...context }, form, 'consent'))
  }<label class="option"><input type="checkbox" id="consent" name="consent" value="yes" required${
    form.fields.consent && html` checked`
  }${wrongState(form, 'consent')}><span>${form.wording.text}</span></label><p class="hint">${t('ask.kept')} <a href="/${locale}/pages/privacy">${t(
    'subscribe.privacy',
  )}</a></p></div>`
}
