import { type Html, html, trusted } from '../content/markup/html.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { htmlOf } from './details.ts'
import type { Partner } from './load-network.ts'
import { partnerName, partnerRole } from './partners-page.ts'
import { projectItem } from './projects-page.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'
import { structuredData } from './structured-data.ts'

interface AboutContent {
  /** What the network says about itself. Null: nothing is written in this language. */
  readonly text: PublicDocument | null
  readonly partners: readonly Partner[]
  readonly projects: readonly PublicDocument[]
}

/** Who we are: the network's own words, who carries it, who pays for it. */
export function aboutPage(context: SiteContext, { text, partners, projects }: AboutContent): Html {
  const { locale, locales, network, t, terms } = context
  const title = text?.title ?? t('about.title')
  const summary = text === null || text.summary === '' ? network.tagline : text.summary
  const body = htmlOf(text?.details.body)
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1>${summary !== '' && html`<p>${summary}</p>`}</div>${
    body !== null && html`<article class="text">${trusted(body)}</article>`
  }${
    partners.length > 0 &&
    html`<section aria-labelledby="partners"><div class="section-head"><h2 id="partners">${t(
      'home.partners',
      {
        count: partners.length,
      },
    )}</h2><a href="/${locale}/partners">${t('home.all.partners')}</a></div><ul class="partners">${partners.map(
      (partner) =>
        html`<li><a href="/${locale}/partners#${partner.organisation.slug}"><b><bdi>${partnerName(partner)}</bdi></b></a><span>${partnerRole(
          context,
          partner,
        )}</span></li>`,
    )}</ul></section>`
  }${
    projects.length > 0 &&
    html`<section aria-labelledby="projects"><div class="section-head"><h2 id="projects">${terms(
      'collection.projects',
    )}</h2><a href="/${locale}/projects">${t('project.more')}</a></div><ul class="rows list">${projects.map(
      (each) => projectItem(context, each, false),
    )}</ul></section>`
  }
<section aria-labelledby="more"><div class="section-head"><h2 id="more">${t('about.more')}</h2></div><ul class="ways">
<li><a href="/${locale}/communities">${terms('collection.communities')}</a></li>
<li><a href="/${locale}/peer-reviews">${terms('collection.peer-reviews')}</a></li>
<li><a href="/${locale}/newsletters">${terms('collection.newsletters')}</a></li>
<li><a href="/${locale}/ask">${t('ask.title')}</a></li></ul></section></main>`
  return document(context, {
    title,
    description: summary === '' ? null : summary,
    main,
    alternates: Object.fromEntries(locales.map((other) => [other, `/${other}/about`])),
    head: structuredData(text === null ? [] : [text]),
    section: 'about',
  })
}
