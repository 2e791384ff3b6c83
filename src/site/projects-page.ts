import { acknowledgementBlock } from '../content/body/acknowledgement-block.ts'
import { factList } from '../content/body/facts.ts'
import { type Html, html, safeHref } from '../content/markup/html.ts'
import { prose } from '../content/markup/prose.ts'
import { longDay } from '../i18n/dates.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { referenceOf, textOf } from './details.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'
import { structuredData } from './structured-data.ts'

/** The grants that pay for the network, and what must be said because of that. */
export function projectsPage(context: SiteContext, projects: readonly PublicDocument[]): Html {
  const { locales, t, terms } = context
  const title = terms('collection.projects')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('project.intro')}</p></div>${
    projects.length === 0
      ? html`<p>${t('list.empty')}</p>`
      : html`<ul class="rows list">${projects.map((each) => projectItem(context, each, true))}</ul>`
  }</main>`
  return document(context, {
    title,
    description: t('project.intro'),
    main,
    alternates: Object.fromEntries(locales.map((other) => [other, `/${other}/projects`])),
    head: structuredData(projects),
    section: 'about',
  })
}

/** A project by its short name; `whole` with everything that is known of it. */
export function projectItem(context: SiteContext, project: PublicDocument, whole: boolean): Html {
  const { details, slug, summary, title } = project
  const website = safeHref(textOf(details.website) ?? '')
  const programme = referenceOf(details.programme)?.label
  return html`<li class="bare" id="${slug}"><div><p class="kind"><b><bdi>${textOf(details.acronym)}</bdi></b>${
    programme !== undefined && html`<span>${programme}</span>`
  }</p><h2>${title}</h2>${summary !== '' && prose(summary)}${whole && factsOf(context, project)}${
    website !== null &&
    html`<p><a href="${website}">${context.t('partner.website')}<span class="hidden">: ${title}</span></a></p>`
  }${whole && statement(context, project)}</div></li>`
}

function factsOf({ locale, t }: SiteContext, { details }: PublicDocument): Html {
  const day = (value: string | null) => (value === null ? null : longDay(new Date(value), locale))
  const [from, to] = [day(textOf(details.start)), day(textOf(details.end))]
  return factList([
    [t('fact.running'), from !== null && to !== null ? t('practice.fromTo', { from, to }) : from],
    [t('partner.coordinator'), referenceOf(details.coordinator)?.label],
    [t('project.grant'), textOf(details.grantNumber)],
    [t('project.call'), textOf(details.callId)],
    [t('project.agency'), textOf(details.agency)],
  ])
}

/** The statement that stands on everything it has paid for. */
function statement(context: SiteContext, { details }: PublicDocument): Html | false {
  const given = textOf(details.statement)
  const found = context.acknowledgements.find(({ project }) => project === textOf(details.acronym))
  return (
    given !== null &&
    found !== undefined &&
    html`<div class="funding">${acknowledgementBlock(context, found)}</div>`
  )
}
