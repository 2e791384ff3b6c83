import { type Html, html } from '../../content/markup/html.ts'
import { browseAddress, toggled } from '../browse/browse-query.ts'
import type { BrowseContent, Choice } from '../browse/load-browse.ts'
import type { SiteContext } from '../site-context.ts'
import { type Outline, outlines } from './outlines.ts'
import { pointsOnMap } from './points-on-map.ts'
import { stepOf, stepsFor } from './steps.ts'

/**
 * How many practices each country has, as a map and as a list with the same numbers. Countries are links that choose them
 * or leave them out; the map is never mirrored.
 */
export function practiceMap(context: SiteContext, path: string, content: BrowseContent): Html | false {
  const { t } = context
  const countries = content.filters.find(({ name }) => name === 'country')?.choices ?? []
  if (countries.length === 0) return false
  const steps = stepsFor(Math.max(...countries.map(({ count }) => count ?? 0)))
  const choices = new Map(countries.map((choice) => [choice.code, choice]))
  const link = (choice: Choice) => browseAddress(path, toggled(content.query, 'country', choice.code))
  const draw = (outline: Outline) => {
    const choice = choices.get(outline.code)
    if (choice === undefined) return shape(outline, 'none')
    const name = nameOf(context, choice)
    return html`<a href="${link(choice)}" aria-label="${name}"${choice.isChosen && html` aria-current="true"`}><title>${name}</title>${shape(
      outline,
      `step-${stepOf(choice.count ?? 0, steps)}${choice.isChosen ? ' chosen' : ''}`,
    )}</a>`
  }
  // Whoever is chosen is drawn last, so that no neighbour covers its ring.
  const ordered = outlines.countries.toSorted(
    (one, other) => rank(choices.get(one.code)) - rank(choices.get(other.code)),
  )
  return html`<section class="map" aria-labelledby="map"><h2 id="map">${t('map.title')}</h2>
<svg viewBox="0 0 ${outlines.width} ${outlines.height}" role="group" aria-labelledby="map"><path class="around" d="${outlines.around}"/>${ordered.map(
    draw,
  )}${pointsOnMap(content.points)}</svg>
<ul class="key">${steps.map(
    ({ from, to }, index) =>
      html`<li><span class="swatch step-${index}"></span>${from === to ? String(from) : t('map.range', { from, to })}</li>`,
  )}</ul>
<details class="as-list"><summary>${t('map.list')}</summary><ul>${countries.map(
    (choice) =>
      html`<li><a href="${link(choice)}"${choice.isChosen && html` aria-current="true"`}>${choice.label}</a> <span>${choice.count}</span></li>`,
  )}</ul></details></section>`
}

const rank = (choice: Choice | undefined): number => (choice === undefined ? 0 : choice.isChosen ? 2 : 1)

const nameOf = ({ t }: SiteContext, { label, count }: Choice): string =>
  count === null ? label : t('map.country', { country: label, count })

const shape = ({ path, small, x, y }: Outline, name: string): Html =>
  html`<path class="${name}" d="${path}"/>${small && name !== 'none' && html`<circle class="${name}" cx="${x}" cy="${y}" r="7"/>`}`
