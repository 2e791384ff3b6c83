import { monthAndYear, wholeNumber } from '../../i18n/dates.ts'
import type { Framework, Practice } from '../../payload-types.ts'
import { type Html, html } from '../markup/html.ts'
import type { BodyContext } from './body-context.ts'
import { row } from './facts.ts'
import { radar } from './radar.ts'

type Score = NonNullable<Practice['scores']>[number]

const assessors = ['self', 'peer', 'expert'] as const

/** Scores by framework and version, as a picture and as the table that carries every value. Null when there are none. */
export function benchmark(context: BodyContext, scores: readonly Score[]): Html | null {
  const frameworks = new Map<string, { framework: Framework; scores: Score[] }>()
  for (const score of scores) {
    const framework = row(score.framework)
    if (framework === null) continue
    const known = frameworks.get(framework.id) ?? { framework, scores: [] }
    known.scores.push(score)
    frameworks.set(framework.id, known)
  }
  if (frameworks.size === 0) return null
  return html`${[...frameworks.values()].map((each) => onFramework(context, each.framework, each.scores))}`
}

function onFramework(context: BodyContext, framework: Framework, scores: readonly Score[]): Html {
  const { locale, t, terms } = context
  const { dimensions, scaleMin, scaleMax, name, version } = framework
  const given = assessors.filter((assessor) => scores.some((score) => score.assessor === assessor))
  const scoreOf = (assessor: Score['assessor'], code: string): number | null =>
    scores.find((score) => score.assessor === assessor && score.dimension === code)?.value ?? null
  const series = given.map((assessor) => dimensions.map(({ code }) => scoreOf(assessor, code)))
  return html`<p>${t('benchmark.scale', { min: scaleMin, max: scaleMax, framework: name, version })}</p>
<ul class="legend">${given.map(
    (assessor, index) =>
      html`<li><svg width="28" height="4" viewBox="0 0 28 4" aria-hidden="true"><path class="series-${index}" d="M0 2h28"/></svg>${scoredBy(context, assessor, scores)}</li>`,
  )}</ul>
<div class="radar">${radar({
    title: t('benchmark.radar', { count: dimensions.length }),
    axes: dimensions.length,
    max: scaleMax,
    series,
  })}<div class="scroll" role="region" tabindex="0" aria-label="${t('benchmark.table')}"><table><thead><tr><th scope="col">${t(
    'benchmark.dimension',
  )}</th>${given.map((assessor) => html`<th scope="col" class="number">${terms(`assessor.${assessor}`)}</th>`)}</tr></thead><tbody>${dimensions.map(
    ({ code, label }, index) =>
      html`<tr><th scope="row">${index + 1}. ${label}</th>${given.map((assessor) => {
        const value = scoreOf(assessor, code)
        return html`<td class="number">${value === null ? '–' : wholeNumber(value, locale)}</td>`
      })}</tr>`,
  )}</tbody></table></div></div>`
}

function scoredBy(
  { locale, t, terms }: BodyContext,
  assessor: Score['assessor'],
  scores: readonly Score[],
): string {
  const date = scores.find((score) => score.assessor === assessor && score.date)?.date
  const name = terms(`assessor.${assessor}`)
  return date ? t('benchmark.scored', { assessor: name, date: monthAndYear(new Date(date), locale) }) : name
}
