import { type Html, html } from '../html.ts'
import { inOtherLanguage } from '../other-language.ts'
import type { SiteContext } from '../site-context.ts'
import { followName, type ShownFollow } from './preferences-fields.ts'
import type { PreferencesForm } from './preferences-page.ts'

/** What the person follows. Following is agreed to on the item's own page; here it is left, and reminders are switched. */
export function followsSection(context: SiteContext, { offer, fields }: PreferencesForm): Html {
  const { t } = context
  return html`<section class="setting" aria-labelledby="follows"><h2 id="follows">${t('preferences.follows')}</h2><div><p class="hint">${t(
    'preferences.followsHint',
  )}</p><ul class="follows">${offer.follows.map((follow) => {
    const name = followName(follow)
    const title = follow.name ?? t('preferences.followGone')
    return html`<li><input type="hidden" name="follows" value="${name}"><p class="kind"><b>${kindOf(context, follow)}</b></p><p class="title"${inOtherLanguage(
      context,
      follow.language,
    )}>${follow.href === null ? title : html`<a href="${follow.href}">${title}</a>`}</p>${
      follow.target === 'events' &&
      box('reminders', name, fields.reminders.includes(name), t('preferences.reminder', { title }))
    }${box('unfollow', name, fields.unfollowed.includes(name), t('preferences.unfollow', { title }))}</li>`
  })}</ul></div></section>`
}

const kindOf = ({ t, terms }: SiteContext, { target }: ShownFollow): string =>
  target === 'topics' ? t('preferences.topics') : terms(`kind.${target}`)

const box = (field: string, value: string, isTicked: boolean, label: string): Html =>
  html`<label class="option"><input type="checkbox" name="${field}" value="${value}"${isTicked && html` checked`}><span>${label}</span></label>`
