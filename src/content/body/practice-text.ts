import { listOf } from '../../i18n/dates.ts'
import type { Practice } from '../../payload-types.ts'
import { type Html, html, safeHref } from '../markup/html.ts'
import { icon } from '../markup/icons.ts'
import { prose } from '../markup/prose.ts'
import { richText } from '../markup/rich-text.ts'
import { benchmark } from './benchmark.ts'
import type { BodyContext } from './body-context.ts'
import { labelsOf, section } from './facts.ts'
import { measure } from './measure.ts'

/** All that a practice says below its title and summary. */
export function practiceText(context: BodyContext, stored: Practice): Html {
  const { t } = context
  return html`${section(t('practice.challenge'), prose(stored.challenge))}
${section(t('practice.goals'), prose(stored.goals))}
${section(t('practice.howItWorks'), richText(stored.howItWorks, 1))}
${results(context, stored.results ?? [])}
${stored.userOpinion && html`<blockquote>${prose(stored.userOpinion)}<footer>${t('practice.userOpinion')}</footer></blockquote>`}
${stored.whatFailed && html`<section class="failed" aria-labelledby="failed"><h2 id="failed">${t('practice.whatFailed')}</h2>${prose(stored.whatFailed)}</section>`}
${section(t('practice.challengesMet'), prose(stored.challengesMet))}
${section(t('practice.transferability'), prose(stored.transferability))}
${advice(context, stored)}
${evaluation(context, stored)}
${section(t('practice.benchmark'), benchmark(context, stored.scores ?? []))}
${prose(stored.scoresNote)}
${apply(context, stored)}`
}

/** Three figures at most stand large; the table holds them all, with what they are compared to and where they come from. */
function results({ locale, t }: BodyContext, all: NonNullable<Practice['results']>): Html | false {
  if (all.length === 0) return false
  const before = all.some(({ baseline }) => typeof baseline === 'number')
  const period = all.some((result) => result.period)
  const source = all.some((result) => result.source)
  return html`<h2>${t('practice.results')}</h2><dl class="figures">${all
    .slice(0, 3)
    .map(
      ({ indicator, value, unit }) =>
        html`<div><dt>${indicator}</dt><dd>${measure(value, unit, locale)}</dd></div>`,
    )}</dl>${
    (before || period || source || all.length > 3) &&
    html`<div class="scroll" role="region" tabindex="0" aria-label="${t('results.table')}"><table><caption>${t('results.table')}</caption><thead><tr><th scope="col">${t(
      'results.indicator',
    )}</th>${before && html`<th scope="col" class="number">${t('results.before')}</th>`}<th scope="col" class="number">${t(
      'results.after',
    )}</th>${period && html`<th scope="col">${t('results.period')}</th>`}${
      source && html`<th scope="col">${t('results.source')}</th>`
    }</tr></thead><tbody>${all.map(
      (result) =>
        html`<tr><th scope="row">${result.indicator}</th>${
          before &&
          html`<td class="number">${
            typeof result.baseline === 'number'
              ? measure(result.baseline, result.unit, locale)
              : t('results.none')
          }</td>`
        }<td class="number">${measure(result.value, result.unit, locale)}</td>${period && html`<td>${result.period}</td>`}${
          source && html`<td>${result.source}</td>`
        }</tr>`,
    )}</tbody></table></div>`
  }`
}

function advice({ t }: BodyContext, { dos, donts }: Practice): Html | false {
  const [good, bad] = [prose(dos), prose(donts)]
  return (
    (good !== null || bad !== null) &&
    html`<div class="pair">${good !== null && html`<div><h3>${t('practice.dos')}</h3>${good}</div>`}${
      bad !== null && html`<div><h3>${t('practice.donts')}</h3>${bad}</div>`
    }</div>`
  )
}

function evaluation({ t }: BodyContext, { evaluation: given }: Practice): Html | null {
  const findings = prose(given?.findings)
  const href = given?.link ? safeHref(given.link) : null
  if (findings === null && href === null) return null
  return html`<h2>${t('practice.evaluation')}</h2>${findings}${
    href !== null && html`<p><a href="${href}">${t('practice.evaluationLink')}</a></p>`
  }`
}

/** Never dropped: where nothing is entered it says where to ask. */
function apply({ locale, network, t }: BodyContext, stored: Practice): Html {
  const { contactPoint, costToUser, eligibility, howToApply, serviceLanguages } = stored
  const website = contactPoint?.website ? safeHref(contactPoint.website) : null
  const given = html`${prose(eligibility)}${prose(howToApply)}`
  const languages = labelsOf(serviceLanguages)
  return html`<section class="apply" aria-labelledby="apply"><h2 id="apply">${t('practice.apply')}</h2>${given}${
    given.source === '' &&
    html`<p>${
      network.contactEmail === null
        ? t('practice.askProvider')
        : html`${t('practice.askNetwork')} <a href="mailto:${network.contactEmail}">${network.contactEmail}</a>`
    }</p>`
  }${languages.length > 0 && html`<p>${t('practice.helpLanguages', { languages: listOf(languages, locale) })}</p>`}${
    costToUser && html`<p>${t('practice.cost', { cost: costToUser })}</p>`
  }${
    website !== null &&
    html`<p><a class="button" href="${website}">${t('practice.visitProvider')}${icon('arrow', 'flip')}</a></p>`
  }</section>`
}
