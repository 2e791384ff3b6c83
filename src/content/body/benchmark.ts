import { monthAndYear } from '../../i18n/dates.ts'
import type { Framework, Practice } from '../../payload-types.ts'
import { type Html, html } from '../markup/html.ts'
import type { BodyContext } from './body-context.ts'
import { row } from './facts.ts'
import { scoreChart } from './score-chart.ts'

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
  const given = assessors.filter((assessor) => scores.some((score) => score.assessor === assessor))
  return scoreChart(
    context,
    framework,
    given.map((assessor) => ({
      label: context.terms(`assessor.${assessor}`),
      longLabel: scoredBy(context, assessor, scores),
      scoreOn: (code) =>
        scores.find((score) => score.assessor === assessor && score.dimension === code)?.value ?? null,
    })),
  )
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
