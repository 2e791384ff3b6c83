import { listOf, longDay } from '../../i18n/dates.ts'
import type { Framework, PeerReview } from '../../payload-types.ts'
import { type Html, html } from '../markup/html.ts'
import { prose } from '../markup/prose.ts'
import { itemPath } from '../site-url.ts'
import type { BodyContext } from './body-context.ts'
import { type Fact, nameOf, row, section } from './facts.ts'
import { scoreChart } from './score-chart.ts'

/** All that a peer review says to the public below title and summary: sections that its host keeps closed are not in it. */
export function reviewText(context: BodyContext, stored: PeerReview): Html {
  const { t } = context
  return html`${section(t('review.questions'), prose(stored.questions))}${section(
    t('review.findings'),
    prose(stored.findings?.text),
  )}${recommendations(context, stored)}${section(t('review.benchmark'), benchmark(context, stored))}${section(
    t('review.notes'),
    prose(stored.peerNotes?.text),
  )}${outputs(context, stored)}`
}

function recommendations({ locale, t, terms }: BodyContext, stored: PeerReview): Html | false {
  const all = stored.recommendations?.items ?? []
  const owned = all.some(({ owner }) => owner)
  return (
    all.length > 0 &&
    html`<h2>${t('review.recommendations')}</h2><div class="scroll" role="region" tabindex="0" aria-label="${t(
      'review.recommendations',
    )}"><table><thead><tr><th scope="col">${t('review.recommendation')}</th>${owned && html`<th scope="col">${t('review.owner')}</th>`}<th scope="col">${t(
      'review.due',
    )}</th><th scope="col">${t('review.state')}</th></tr></thead><tbody>${all.map(
      ({ text, owner, due, state }) =>
        html`<tr><th scope="row">${text}</th>${owned && html`<td>${owner}</td>`}<td>${due && longDay(new Date(due), locale)}</td><td>${
          state && terms(`recommendation.${state}`)
        }</td></tr>`,
    )}</tbody></table></div>`
  )
}

function benchmark(context: BodyContext, stored: PeerReview): Html | null {
  const scores = stored.benchmark?.scores ?? []
  const frameworks = new Map<string, Framework>()
  for (const { framework } of scores) {
    const found = row(framework)
    if (found !== null) frameworks.set(found.id, found)
  }
  if (frameworks.size === 0) return null
  return html`${[...frameworks.values()].map((framework) => {
    const own = scores.filter((score) => row(score.framework)?.id === framework.id)
    const scoreOn = (moment: 'before' | 'after') => (code: string) =>
      own.find(({ dimension }) => dimension === code)?.[moment] ?? null
    return scoreChart(
      context,
      framework,
      (['before', 'after'] as const).map((moment) => {
        const label = context.t(`results.${moment}`)
        return { label, longLabel: label, scoreOn: scoreOn(moment) }
      }),
    )
  })}`
}

function outputs({ locale, t }: BodyContext, stored: PeerReview): Html | false {
  const known = (stored.outputs ?? [])
    .flatMap((each) => row(each) ?? [])
    .filter(({ title, slug }) => title && slug)
  return (
    known.length > 0 &&
    html`<h2>${t('review.outputs')}</h2><ul>${known.map(
      ({ title, slug }) =>
        html`<li><a href="${itemPath('publications', slug ?? '', locale)}">${title}</a></li>`,
    )}</ul>`
  )
}

/** Who opened the doors, who came, and how far it is. */
export function reviewFacts({ locale, t, terms }: BodyContext, stored: PeerReview): readonly Fact[] {
  const practice = row(stored.practice)
  const peers = (stored.peers ?? []).flatMap(
    ({ person, organisation, country }) =>
      [row(person)?.name, nameOf(organisation), row(country)?.label].find((each) => Boolean(each)) ?? [],
  )
  return [
    [t('review.host'), nameOf(stored.hostOrganisation)],
    [
      t('review.practice'),
      practice?.title &&
        practice.slug &&
        html`<a href="${itemPath('practices', practice.slug, locale)}">${practice.title}</a>`,
    ],
    [
      t('fact.date'),
      stored.start &&
        (stored.end && stored.end !== stored.start
          ? t('practice.fromTo', {
              from: longDay(new Date(stored.start), locale),
              to: longDay(new Date(stored.end), locale),
            })
          : longDay(new Date(stored.start), locale)),
    ],
    [t('fact.type'), stored.mode && terms(`eventMode.${stored.mode}`)],
    [t('fact.phases'), stored.stage && terms(`reviewStage.${stored.stage}`)],
    [t('review.peers'), listOf([...new Set(peers)], locale)],
    [t('review.facilitator'), row(stored.facilitator)?.name],
  ]
}
