import { dayOf } from '../../emails/dates.ts'
import { type Html, html } from './html.ts'
import { languageLink, offered } from './languages.ts'
import type { Alternates } from './page.ts'
import { strip } from './picture.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

/** Says in the reader's language that there is nothing here. */
export const notFoundPage = (context: SiteContext): Html =>
  notFound(context, {}, context.t('notFound.title'), html`<p class="large">${context.t('notFound.text')}</p>`)

/**
 * There is an item, but nobody has put it into this language: it is offered in those in which it can be read.
 * @param more what else can be done about it.
 */
export const notInThisLanguage = (context: SiteContext, elsewhere: Alternates, more: Html | false): Html => {
  const { locale, t } = context
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(locale)
  return notFound(
    context,
    elsewhere,
    t('notFound.languageTitle', { language }),
    html`<p class="large">${t('notFound.languageText')}</p><ul class="languages">${offered(elsewhere).map(
      (other) => html`<li>${languageLink(other.locale, other.path)}</li>`,
    )}</ul>${more}`,
  )
}

/** There was an item in this language, and readers are told why it is not there any more. */
export const withdrawnPage = (
  context: SiteContext,
  { title, reason, at }: { readonly title: string; readonly reason: string; readonly at: Date },
  elsewhere: Alternates,
): Html => {
  const { locale, terms } = context
  const others = offered(elsewhere)
  return notFound(
    context,
    elsewhere,
    terms('correction.withdrawn.title'),
    html`<p class="large">${title}</p><p>${terms('correction.withdrawn.dated', { day: dayOf(at, 'UTC', locale), reason })}</p>${
      others.length > 0 &&
      html`<ul class="languages">${others.map((other) => html`<li>${languageLink(other.locale, other.path)}</li>`)}</ul>`
    }`,
  )
}

function notFound(context: SiteContext, alternates: Alternates, title: string, text: Html): Html {
  const { locale, t } = context
  const main = html`${strip}<main id="main" class="wrap"><div class="form"><h1>${title}</h1>${text}<p><a href="/${locale}">${t(
    'notFound.home',
  )}</a></p></div></main>`
  return document(context, { title, description: null, main, alternates, unlisted: true })
}
