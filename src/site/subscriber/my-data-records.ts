import type { ConsentProof } from '../../audience/consent-proofs-of.ts'
import type { MailTo } from '../../audience/mails-to.ts'
import type { PersonalData } from '../../audience/personal-data.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { dayAndTime, languageName } from '../../i18n/dates.ts'
import { directionOf } from '../../i18n/locales.ts'
import { inOtherLanguage } from '../other-language.ts'
import type { SiteContext } from '../site-context.ts'
import type { DataNames } from './load-data-names.ts'

/** The ledger, newest first, each entry with the very words that were agreed to. */
export const consentList = (context: SiteContext, { consent }: PersonalData, names: DataNames): Html =>
  html`<ol class="records" reversed>${consent.toReversed().map((proof) => {
    const { at, kind, wording, locale } = proof
    return html`<li><b>${context.terms(`consentKind.${kind}`)}</b> <time datetime="${at}">${dayAndTime(new Date(at), context.locale)}</time>${about(
      context,
      proof,
      names,
    )}${wording !== '' && html`<blockquote class="words" lang="${locale}" dir="${directionOf(locale)}">${wording}</blockquote>`}<p class="hint small">${context.t(
      'myData.proof',
      { source: proof.source, version: proof.wordingVersion, hash: proof.wordingHash || '-' },
    )}</p></li>`
  })}</ol>`

function about(
  context: SiteContext,
  { newsletterIds, follows }: ConsentProof,
  names: DataNames,
): Html | false {
  const ids = [...newsletterIds, ...follows.map(({ targetId }) => targetId)]
  return ids.length > 0 && html`<ul>${ids.map((id) => html`<li>${nameOf(context, id, names)}</li>`)}</ul>`
}

function nameOf(context: SiteContext, id: string, names: DataNames): Html {
  const named = names.get(id)
  return named === undefined || named.name === null
    ? html`${context.t('preferences.followGone')}`
    : html`<span${inOtherLanguage(context, named.language)}>${named.name}</span>`
}

/** A wide table scrolls by itself, also by keyboard. */
export function mailTable(context: SiteContext, { mails }: PersonalData, names: DataNames): Html {
  const { locale, t, terms } = context
  if (mails.length === 0) return html`<p>${t('myData.none')}</p>`
  return html`<div class="scroll" role="region" aria-labelledby="mails" tabindex="0"><table><thead><tr><th scope="col">${t('myData.when')}</th><th scope="col">${t(
    'myData.what',
  )}</th><th scope="col">${t('myData.language')}</th><th scope="col">${t('myData.state')}</th></tr></thead><tbody>${mails.map(
    (mail) => {
      const at = mail.submittedAt ?? mail.updatedAt
      return html`<tr><td><time datetime="${at}">${dayAndTime(new Date(at), locale)}</time></td><td>${terms(`mailKind.${mail.kind}`)}${
        mail.newsletterId !== null && html`<br>${nameOf(context, mail.newsletterId, names)}`
      }${mail.subject !== null && html`<br><span${inOtherLanguage(context, mail.locale)}>${mail.subject}</span>`}</td><td>${
        mail.locale !== null && languageName(mail.locale, locale)
      }</td><td>${terms(`mailState.${fateOf(mail)}`)}</td></tr>`
    },
  )}</tbody></table></div>`
}

/** The last that is known of it. */
function fateOf({ complainedAt, bouncedAt, deliveredAt, state }: MailTo): string {
  if (complainedAt !== null) return 'complained'
  if (bouncedAt !== null) return 'bounced'
  return deliveredAt === null ? state : 'delivered'
}

export const suppressionList = (
  context: SiteContext,
  { suppressions }: PersonalData,
  names: DataNames,
): Html =>
  html`<ul class="records">${suppressions.map(
    ({ scope, reason, note, at }) =>
      html`<li><b>${names.has(scope) ? nameOf(context, scope, names) : context.t('myData.everything')}</b> ${context.terms(
        `suppressionReason.${reason}`,
      )}, <time datetime="${at}">${dayAndTime(new Date(at), context.locale)}</time>${note !== null && html`<p class="hint">${note}</p>`}</li>`,
  )}</ul>`

/** When, and no more: who it was is between them and the network. */
export const lookList = ({ locale, t }: SiteContext, { looks }: PersonalData): Html =>
  looks.length === 0
    ? html`<p>${t('myData.none')}</p>`
    : html`<ul class="records">${looks.map(
        ({ at }) => html`<li><time datetime="${at}">${dayAndTime(new Date(at), locale)}</time></li>`,
      )}</ul>`
