import type { Challenge } from 'altcha-lib'

import { followAgreement } from '../../audience/follow-wording.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { strip } from '../picture.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { errorSummary, fieldError } from '../subscriber/errors.ts'
import { proofScript } from '../subscriber/sign-up-page.ts'
import { followPath, itemName } from './follow-address.ts'
import type { Followable } from './load-followable.ts'
import type { FollowField, FollowFields } from './read-follow.ts'

export interface FollowForm {
  readonly item: Followable
  readonly fields: FollowFields
  /** In the order of the form. Empty before it was sent. */
  readonly wrong: readonly FollowField[]
  /** The page had been open for too long; everything is still filled in. */
  readonly stale: boolean
  readonly formToken: string
  /** For a browser with scripts to solve. */
  readonly challenge: Challenge
}

/** Where an item can be followed: an address, what else to be told of, and the agreement. */
export function followPage(
  context: SiteContext,
  { item, fields, wrong, stale, formToken, challenge }: FollowForm,
): Html {
  const { locale, locales, network, t } = context
  const title = item.isHere ? t('follow.title') : t('follow.awaitTitle')
  const error = (field: FollowField) =>
    wrong.includes(field) && fieldError(`${field}-error`, t(`subscribe.error.${field}`))
  const state = (field: FollowField, describedBy: string) =>
    wrong.includes(field)
      ? html` aria-invalid="true" aria-describedby="${field}-error ${describedBy}"`
      : describedBy !== '' && html` aria-describedby="${describedBy}"`
  const main = html`${strip}<main id="main" class="wrap"><div class="form">
${errorSummary(context, [
  ...(stale ? [{ target: 'follow', text: t('subscribe.error.stale') }] : []),
  ...wrong.map((field) => ({ target: field, text: t(`subscribe.error.${field}`) })),
])}
<h1>${title}</h1><p class="large"><a href="${item.path}"${
    item.titleLocale !== locale && html` lang="${item.titleLocale}" hreflang="${item.titleLocale}"`
  }><bdi>${item.title}</bdi></a></p>
<p class="intro">${item.isHere ? t('follow.intro') : t('follow.awaitIntro')}</p>
<form id="follow" method="post" action="/${locale}/follow" novalidate data-challenge="${JSON.stringify(challenge)}">
<input type="hidden" name="form" value="${formToken}"><input type="hidden" name="item" value="${itemName(item.reference)}">
<div class="trap" aria-hidden="true"><label for="website">${t('subscribe.trap')}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<div class="field${wrong.includes('email') && ' wrong'}"><label for="email">${t('subscribe.email')}</label>${error(
    'email',
  )}<input id="email" name="email" type="email" autocomplete="email" dir="ltr" value="${fields.email}" required${state('email', '')}></div>
${item.canRemind && option('reminder', 'yes', fields.reminder, t('follow.remind'))}
${
  item.topics.length > 0 &&
  html`<fieldset><legend>${t('follow.topics')}</legend>${item.topics.map(({ id, label }) =>
    option('topics', id, fields.topics.includes(id), label),
  )}</fieldset>`
}
<div class="legal${wrong.includes('consent') && ' wrong'}">${error(
    'consent',
  )}<label class="option"><input type="checkbox" id="consent" name="consent" value="yes" required${
    fields.consent && html` checked`
  }${state('consent', '')}><span>${followAgreement(locale, network.name)}</span></label><p class="hint">${t(
    'subscribe.noTracking',
  )} <a href="/${locale}/pages/privacy">${t('subscribe.privacy')}</a></p></div>
<button class="button" type="submit">${t('follow.button')}</button><p class="working" role="status" data-working="${t('subscribe.working')}"></p></form></div></main>`
  return document(context, {
    title: wrong.length > 0 || stale ? t('form.errorTitle', { title }) : title,
    description: null,
    main,
    alternates: Object.fromEntries(locales.map((other) => [other, followPath(other, item.reference)])),
    unlisted: true,
    head: proofScript,
  })
}

const option = (name: string, value: string, checked: boolean, text: string): Html =>
  html`<label class="option"><input type="checkbox" name="${name}" value="${value}"${checked && html` checked`}><span>${text}</span></label>`
