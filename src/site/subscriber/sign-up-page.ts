import { CONFIRMATION_HOURS } from '../../audience/confirmation-token.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { icon } from '../../content/markup/icons.ts'
import { strip } from '../picture.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { signUpScriptPath } from '../stylesheet.ts'
import { frameDocument } from './frame-document.ts'
import { type SignUpForm, signUpForm } from './sign-up-form.ts'

/** Where the form stands: on a page of ours, or in a frame on somebody else's. */
export type Place = 'page' | 'frame'

/** Path of the form; what follows a sign-up is at `/sent` below it. */
export const signUpPath = ({ locale }: SiteContext, place: Place): string =>
  place === 'page' ? `/${locale}/subscribe` : `/${locale}/subscribe/embed`

/** Does the proof of work, where scripts run. */
export const proofScript = html`<script type="module" src="${signUpScriptPath}"></script>`

export function signUpPage(
  context: SiteContext,
  form: Omit<SignUpForm, 'action' | 'framed'>,
  place: Place,
): Html {
  const { t } = context
  const framed = place === 'frame'
  const heading = html`<h1>${t('subscribe.title')}</h1><p class="intro">${t('subscribe.intro')}</p>`
  const body = signUpForm(context, { ...form, action: signUpPath(context, place), framed }, heading)
  const title =
    form.wrong.length > 0 || form.stale
      ? t('form.errorTitle', { title: t('subscribe.title') })
      : t('subscribe.title')
  if (framed) return frameDocument(context, { title, body, head: proofScript })
  return document(context, {
    title,
    description: t('subscribe.intro'),
    main: main(body),
    alternates: alternatesOf(context),
    head: proofScript,
  })
}

/** The same words for everybody, whatever became of the request. */
export function signUpSentPage(context: SiteContext, place: Place): Html {
  const { t } = context
  return outcome(
    context,
    place,
    t('subscribeSent.title'),
    html`<div class="badge">${icon('check')}</div><h1>${t('subscribeSent.title')}</h1><p class="large">${t(
      'subscribeSent.text',
    )}</p><ul><li>${t('subscribeSent.expires', { count: CONFIRMATION_HOURS })}</li><li>${t('subscribeSent.spam')} <a href="${signUpPath(
      context,
      place,
    )}">${t('subscribeSent.again')}</a></li><li>${t('subscribeSent.already')}</li></ul>`,
  )
}

/** Too many sign-ups from one place: nothing about the address is said, since it was not even looked at. */
export function tooManyPage(context: SiteContext, place: Place): Html {
  const title = context.t('subscribe.tooManyTitle')
  return outcome(
    context,
    place,
    title,
    html`<h1>${title}</h1><p class="large">${context.t('subscribe.tooMany')}</p>`,
  )
}

const outcome = (context: SiteContext, place: Place, title: string, body: Html): Html =>
  place === 'frame'
    ? frameDocument(context, { title, body })
    : document(context, { title, description: null, main: main(body), alternates: {}, unlisted: true })

const main = (body: Html): Html =>
  html`${strip}<main id="main" class="wrap"><div class="form">${body}</div></main>`

const alternatesOf = ({ locales }: SiteContext) =>
  Object.fromEntries(locales.map((other) => [other, `/${other}/subscribe`]))
