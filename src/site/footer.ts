import { acknowledgementBlock } from '../content/body/acknowledgement-block.ts'
import { type Html, html } from '../content/markup/html.ts'
import type { Acknowledgement } from '../content/published-item.ts'
import { itemPath } from '../content/site-url.ts'
import { languageLink, offered } from './languages.ts'
import type { SiteContext } from './site-context.ts'

/** Who pays, who answers for it, and where to go from here. */
export function footer(context: SiteContext, acknowledgements: readonly Acknowledgement[]): Html {
  const { locale, locales, network, pages, t, terms } = context
  const homes = Object.fromEntries(locales.map((other) => [other, `/${other}`]))
  return html`<footer class="footer"><div class="wrap"><div class="columns">
<div class="funding">${acknowledgements.map((given) => acknowledgementBlock(context, given))}</div>
<div><h2>${t('footer.network')}</h2><ul>
<li><a href="/${locale}/about">${t('masthead.about')}</a></li>
<li><a href="/${locale}/communities">${terms('collection.communities')}</a></li>
<li><a href="/${locale}/partners">${terms('collection.partners')}</a></li>
<li><a href="/${locale}/peer-reviews">${terms('collection.peer-reviews')}</a></li>
<li><a href="/${locale}/projects">${terms('collection.projects')}</a></li>
<li><a href="/${locale}/newsletters">${terms('collection.newsletters')}</a></li>
</ul></div>
<div><h2>${t('footer.reuse')}</h2><ul>
<li><a href="/${locale}/feeds">${t('footer.feeds')}</a></li>
<li><a href="/v1/docs">${t('footer.developers')}</a></li>
<li><a href="https://creativecommons.org/licenses/by/4.0/" rel="license">${t('footer.licence', { licence: 'CC BY 4.0' })}</a></li>
</ul></div>
<div><h2>${t('footer.help')}</h2><ul>
<li><a href="/${locale}/ask">${t('ask.title')}</a></li>
<li><a href="/${locale}/faq">${t('footer.faq')}</a></li>
${pages.filter(({ kind }) => kind !== 'about').map((page) => html`<li><a href="${itemPath('pages', page.slug, locale)}">${page.title}</a></li>`)}
<li><a href="/${locale}/subscribe">${t('footer.subscribe')}</a></li>
${network.contactEmail !== null && html`<li><a href="mailto:${network.contactEmail}">${t('footer.contact')}</a></li>`}
</ul></div></div>
<nav aria-label="${t('footer.languages')}"><ul class="languages">${offered(homes).map(
    (home) => html`<li>${languageLink(home.locale, home.path, home.locale === locale)}</li>`,
  )}</ul></nav>
<div class="end"><span>${network.postalAddress === '' ? network.name : network.postalAddress}</span><span>${t('footer.emissary')}</span></div>
</div></footer>`
}
