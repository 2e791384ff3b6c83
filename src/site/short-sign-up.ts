import { type Html, html } from '../content/markup/html.ts'
import { languageOptions } from './language-options.ts'
import type { SiteContext } from './site-context.ts'

/**
 * The band on the home page. It only takes address and language along to the full form, where the newsletters are chosen
 * and the agreement stands: nothing is asked for twice and nothing is agreed to unread.
 */
export const shortSignUp = ({ locale, locales, t }: SiteContext): Html =>
  html`<section class="sign-up" aria-labelledby="sign-up"><div class="wrap"><div><h2 id="sign-up">${t(
    'signUp.title',
  )}</h2><p>${t('signUp.promise', { count: locales.length })}</p></div>
<form action="/${locale}/subscribe" method="post"><input type="hidden" name="step" value="start">
<div><label for="short-email">${t('subscribe.email')}</label><input id="short-email" name="email" type="email" autocomplete="email" dir="ltr"></div>
<div><label for="short-locale">${t('subscribe.locale')}</label><select id="short-locale" name="locale">${languageOptions(
    locales,
    locale,
  )}</select></div>
<button class="button" type="submit">${t('signUp.button')}</button>
<small>${t('signUp.confirm')}</small></form></div></section>`
