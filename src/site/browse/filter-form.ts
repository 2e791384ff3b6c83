import { type Html, html } from '../../content/markup/html.ts'
import { icon } from '../../content/markup/icons.ts'
import type { SiteContext } from '../site-context.ts'
import { browsables } from './browsable.ts'
import { type BrowseQuery, browseAddress, without } from './browse-query.ts'
import type { BrowseContent, Choice, Filter } from './load-browse.ts'

/** Choices that a group shows before the rest has to be opened. */
const FIRST = 8
/** Groups that stand open from the start. */
const OPEN = 3

/** A list's words and choices: a plain form, which sends them in the address. */
export function filterForm(context: SiteContext, content: BrowseContent): Html {
  const { t } = context
  const { filters, query } = content
  const offered = filters.filter(
    ({ choices }) => choices.length > 1 || choices.some(({ isChosen }) => isChosen),
  )
  return html`<form class="narrow" id="filters" method="get" role="search" aria-label="${t('browse.narrow')}" data-narrow>
${offered.map((filter, index) => group(context, filter, index < OPEN))}
${query.q !== '' && html`<input type="hidden" name="q" value="${query.q}">`}${query.when === 'past' && html`<input type="hidden" name="when" value="past">`}
${query.order !== 'newest' && html`<input type="hidden" name="sort" value="${query.order}">`}
${offered.length > 0 && html`<button class="button" type="submit">${t('browse.show')}</button>`}</form>`
}

function group(context: SiteContext, { name, choices }: Filter, isOpen: boolean): Html {
  const { t } = context
  const opened = isOpen || choices.some(({ isChosen }) => isChosen)
  const rest = choices.slice(FIRST)
  return html`<fieldset><legend class="hidden">${t(`facet.${name}`)}</legend><details${opened && html` open`}><summary>${t(
    `facet.${name}`,
  )}${icon('chevron', 'chevron')}</summary>${choices.slice(0, FIRST).map((choice) => box(name, choice))}${
    rest.length > 0 &&
    html`<details class="rest"${rest.some(({ isChosen }) => isChosen) && html` open`}><summary>${t(
      'browse.more',
      {
        count: rest.length,
      },
    )}</summary>${rest.map((choice) => box(name, choice))}</details>`
  }</details></fieldset>`
}

const box = (name: string, { code, label, count, isChosen }: Choice): Html =>
  html`<label class="choice"><input type="checkbox" name="${name}" value="${code}"${isChosen && html` checked`}><span>${label}</span><small>${count}</small></label>`

/** What is chosen, each with the way to leave it out. */
export function chips(context: SiteContext, path: string, { filters, query }: BrowseContent): Html | false {
  const { t } = context
  const chosen = filters.flatMap(({ name, choices }) =>
    choices.filter(({ isChosen }) => isChosen).map((choice) => ({ name, choice })),
  )
  if (chosen.length === 0 && query.q === '') return false
  return html`<ul class="chips" aria-label="${t('browse.chosen')}">${
    query.q !== '' && chip(context, `“${query.q}”`, browseAddress(path, { ...query, q: '', page: 1 }))
  }${chosen.map(({ name, choice }) =>
    chip(context, choice.label, browseAddress(path, without(query, name, choice.code))),
  )}<li><a class="clear" href="${browseAddress(path, cleared(query))}">${t('browse.clear')}</a></li></ul>`
}

const chip = ({ t }: SiteContext, label: string, href: string): Html =>
  html`<li><a class="chip" href="${href}"><span class="hidden">${t('browse.remove')} </span>${label}${icon('cross')}</a></li>`

const cleared = (query: BrowseQuery): BrowseQuery => ({ ...query, q: '', chosen: new Map(), page: 1 })

/** Words to look for, among what is chosen. */
export const wordsForm = ({ t }: SiteContext, { query }: BrowseContent): Html =>
  html`<form class="words" method="get" data-narrow>${hiddenChoices(query)}${
    query.when === 'past' && html`<input type="hidden" name="when" value="past">`
  }<div><label for="q">${t('browse.words')}</label><input id="q" name="q" type="search" value="${query.q}" maxlength="200"></div><button class="button" type="submit">${t(
    'search.button',
  )}</button></form>`

const hiddenChoices = ({ chosen }: BrowseQuery): Html =>
  html`${[...chosen].map(([name, codes]) =>
    codes.map((each) => html`<input type="hidden" name="${name}" value="${each}">`),
  )}`

/** In which order. Words bring their own. A form of its own, which takes everything else along. */
export function orderForm({ t }: SiteContext, { collection, query }: BrowseContent): Html | false {
  const { orders } = browsables[collection]
  return (
    orders.length > 1 &&
    query.q === '' &&
    html`<form class="order-by" method="get" data-narrow>${hiddenChoices(query)}<label for="sort">${t('browse.sort')}</label><select id="sort" name="sort">${orders.map(
      (order) =>
        html`<option value="${order}"${order === query.order && html` selected`}>${t(`browse.order.${order}`)}</option>`,
    )}</select><button class="button quiet" type="submit">${t('browse.apply')}</button></form>`
  )
}
