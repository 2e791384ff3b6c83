import { type Html, html } from '../content/markup/html.ts'
import { icon } from '../content/markup/icons.ts'
import { endonymOf } from '../i18n/locales.ts'
import { languageLink, offered } from './languages.ts'
import { mark } from './mark.ts'
import type { Page, Section } from './page.ts'
import type { SiteContext } from './site-context.ts'

const sections = [
  'practices',
  'publications',
  'events',
  'news',
  'communities',
  'about',
] as const satisfies Section[]

/** Names longer than this, in characters, are set smaller so that the sections keep their place. */
const LONG_NAME = 16

/** Name, sections and the languages in which this very page exists. */
export function masthead(context: SiteContext, page: Page): Html {
  const { locale, network, t, terms } = context
  const links = html`<ul>${sections.map(
    (section) =>
      html`<li><a href="/${locale}/${section}"${page.section === section && html` aria-current="page"`}>${
        section === 'about' ? t('masthead.about') : terms(`collection.${section}`)
      }</a></li>`,
  )}</ul>`
  return html`<header class="masthead"><div class="wrap">
<a class="brand" href="/${locale}">${mark}<strong${network.name.length > LONG_NAME && html` class="long"`}>${network.name}</strong></a>
<nav class="nav" aria-label="${t('masthead.sections')}">${links}</nav>
<a class="tool search" href="/${locale}/search">${icon('search')}<span class="hidden">${t('search.title')}</span></a>
${languages(context, page)}
<details class="menu sheet-holder"><summary class="tool" aria-label="${t('masthead.menu')}">${icon('menu')}<span>${t(
    'masthead.menu',
  )}</span></summary><div class="sheet"><nav class="wrap" aria-label="${t('masthead.sections')}">${links}<p><a href="/${locale}/search">${icon('search')}${t(
    'search.title',
  )}</a></p></nav></div></details>
</div></header>`
}

function languages({ locale, t }: SiteContext, page: Page): Html | false {
  const choices = offered(page.alternates)
  if (choices.length === 0) return false
  return html`<details class="language sheet-holder"><summary class="tool"><span class="hidden">${t(
    'masthead.language',
  )}</span>${icon('globe')}${endonymOf(locale)}${icon('chevron', 'chevron')}</summary>
<div class="sheet"><div class="wrap"><h2>${t('masthead.languages')}</h2><p>${t('masthead.languageCount', {
    count: choices.length,
  })}</p>
<ul class="languages">${choices.map(
    (choice) => html`<li>${languageLink(choice.locale, choice.path, choice.locale === locale)}</li>`,
  )}</ul></div></div></details>`
}
