import { listOf, longDay, money, monthAndYear, wholeNumber } from '../../i18n/dates.ts'
import type { Practice } from '../../payload-types.ts'
import type { BodyContext } from './body-context.ts'
import { type Fact, labelsOf, nameOf, row } from './facts.ts'

/** Who does it, where, since when, for whom, at what cost. */
export function practiceFacts({ locale, t, terms }: BodyContext, stored: Practice): readonly Fact[] {
  const { resourcesNeeded: needed } = stored
  const cost = [
    needed?.budget ? money(needed.budget, needed.currency ?? 'EUR', locale) : null,
    needed?.staffFTE
      ? t('practice.staff', { count: needed.staffFTE, number: wholeNumber(needed.staffFTE, locale) })
      : null,
    needed?.note ?? null,
  ].filter((part) => part !== null)
  return [
    [t('fact.provider'), nameOf(stored.provider)],
    [t('fact.place'), place(stored, terms)],
    [t('fact.running'), running(stored, { locale, t })],
    [t('fact.targetGroups'), listOf(labelsOf(stored.targetGroups), locale)],
    [
      t('fact.phases'),
      listOf(
        (stored.phases ?? []).map((phase) => terms(`phase.${phase}`)),
        locale,
      ),
    ],
    [t('fact.services'), listOf(labelsOf(stored.services), locale)],
    [t('fact.mainstreaming'), stored.mainstreaming && terms(`mainstreaming.${stored.mainstreaming}`)],
    [t('fact.level'), stored.level && terms(`level.${stored.level}`)],
    [t('fact.resources'), cost.join(', ')],
    [
      t('fact.funding'),
      listOf(
        (stored.funding ?? []).map(({ source }) => source),
        locale,
      ),
    ],
    [t('fact.evidence'), terms(`evidenceLevel.${stored.evidenceLevel}`)],
    [t('fact.topics'), listOf(labelsOf(stored.topics), locale)],
    [t('fact.verified'), stored.lastVerified && longDay(new Date(stored.lastVerified), locale)],
  ]
}

function place({ location }: Practice, terms: BodyContext['terms']): string | null {
  const country = row(location?.country)?.label ?? null
  return location?.city && country !== null ? terms('place', { city: location.city, country }) : country
}

function running(
  { start, end, ongoingService }: Practice,
  { locale, t }: Pick<BodyContext, 'locale' | 't'>,
): string | null {
  if (!start) return null
  const from = monthAndYear(new Date(start), locale)
  if (end) return t('practice.fromTo', { from, to: monthAndYear(new Date(end), locale) })
  return ongoingService ? t('practice.sinceRegular', { from }) : t('practice.since', { from })
}
