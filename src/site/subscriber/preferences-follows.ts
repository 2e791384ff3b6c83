import { type Html, html } from '../../content/markup/html.ts'
import { inOtherLanguage } from '../other-language.ts'
import type { SiteContext } from '../site-context.ts'
import { followName, type ShownFollow } from './preferences-fields.ts'
import type { PreferencesForm } from './preferences-form.ts'

/**
 * What the person follows. Following is agreed to on the item's own page; here it is left, and reminders are switched.
 * What is not public can still be left; whether it is reminded of stays as it is, since it may come back.
 */
export function followsSection(context: SiteContext, { offer, fields }: PreferencesForm): Html {
  const { t, terms } = context
  return html`<section class="setting" aria-labelledby="follows"><h2 id="follows">${t('preferences.follows')}</h2><div><p class="hint">${t(
    'preferences.followsHint',
  )}</p><ul class="follows">${offer.follows.map((follow) => {
    const { target, name: title } = follow
    const name = followName(follow)
    return html`<li>${title !== null && html`<input type="hidden" name="follows" value="${name}">`}<p class="kind"><b>${terms(
      `kind.${target}`,
    )}</b></p><p class="title">${titleOf(context, follow)}</p>${
      title !== null &&
      target === 'events' &&
      box(context, follow, 'reminders', fields.reminders.includes(name), t('preferences.reminder'))
    }${box(context, follow, 'unfollow', fields.unfollowed.includes(name), t('preferences.unfollow'))}</li>`
  })}</ul></div></section>`
}

function titleOf(context: SiteContext, { name, language, href }: ShownFollow): Html {
  if (name === null) return html`${context.t('preferences.followGone')}`
  const title = html`<bdi${inOtherLanguage(context, language)}>${name}</bdi>`
  return href === null ? title : html`<a href="${href}">${title}</a>`
}

/** Its name says what it is about, also to those who do not see what it stands below. */
const box = (
  context: SiteContext,
  follow: ShownFollow,
  field: 'reminders' | 'unfollow',
  isTicked: boolean,
  label: string,
): Html =>
  html`<label class="option"><input type="checkbox" name="${field}" value="${followName(follow)}"${isTicked && html` checked`}><span>${label}<span class="hidden">: ${
    follow.name ?? context.t('preferences.followGone')
  }</span></span></label>`
