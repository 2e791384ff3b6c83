import { wholeNumber } from '../../i18n/dates.ts'
import { type Html, html } from '../markup/html.ts'
import type { BodyContext } from './body-context.ts'
import { radar } from './radar.ts'

/** Scores of one hand, or of one moment. */
export interface ScoreSeries {
  /** Head of its column. */
  readonly label: string
  /** In the legend, where it may say when. */
  readonly longLabel: string
  /** Null: this dimension was not scored. */
  scoreOn(dimension: string): number | null
}

interface Scale {
  readonly code: string
  /** Empty where it has none in the language: then its code stands for it, as for its dimensions. */
  readonly name: string
  readonly version: string
  readonly scaleMin: number
  readonly scaleMax: number
  readonly dimensions: readonly { readonly code: string; readonly label: string }[]
}

/** Scores on one framework, as a picture and as the table that carries every value. At most three series. */
export function scoreChart(
  { locale, t }: BodyContext,
  { code: short, dimensions, scaleMin, scaleMax, name, version }: Scale,
  series: readonly ScoreSeries[],
): Html {
  return html`<p>${t('benchmark.scale', { min: scaleMin, max: scaleMax, framework: name || short, version })}</p>
<ul class="legend">${series.map(
    ({ longLabel }, index) =>
      html`<li><svg width="28" height="4" viewBox="0 0 28 4" aria-hidden="true"><path class="series-${index}" d="M0 2h28"/></svg>${longLabel}</li>`,
  )}</ul>
<div class="radar">${radar({
    title: t('benchmark.radar', { count: dimensions.length }),
    axes: dimensions.length,
    max: scaleMax,
    series: series.map(({ scoreOn }) => dimensions.map(({ code }) => scoreOn(code))),
  })}<div class="scroll" role="region" tabindex="0" aria-label="${t('benchmark.table')}"><table><thead><tr><th scope="col">${t(
    'benchmark.dimension',
  )}</th>${series.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}</tr></thead><tbody>${dimensions.map(
    ({ code, label }, index) =>
      html`<tr><th scope="row">${index + 1}. ${label || code}</th>${series.map(({ scoreOn }) => {
        const value = scoreOn(code)
        return html`<td class="number">${value === null ? '–' : wholeNumber(value, locale)}</td>`
      })}</tr>`,
  )}</tbody></table></div></div>`
}
