import type { LanguageReadiness } from '../../../dissemination/readiness/issue-readiness.ts'
import type { Missing } from '../../../dissemination/readiness/missing-in.ts'
import type { LocalePolicy } from '../../../i18n/choose-locale.ts'
import { isolated } from '../../../i18n/isolated.ts'
import { directionOf, endonymOf, type Locale } from '../../../i18n/locales.ts'
import type { IssueCount } from '../../../ledger/issue-report.ts'
import type { ViewContext } from '../../view-context.ts'
import { wereToGet } from '../counts.ts'
import type { Gate, MissingText, Tile } from './tile.ts'

const nameOf = (locale: Locale, { languageName }: ViewContext) => ({
  locale,
  direction: directionOf(locale),
  endonym: endonymOf(locale),
  name: languageName(locale),
})

const readersText = (readers: number, { t, number }: ViewContext): string =>
  t('views.matrix.readers', { count: readers, number: number(readers) })

interface TilesContext {
  /** Languages in which an item is public, so that falling back leaves an edition in them. */
  readonly editions: readonly Locale[]
  readonly context: ViewContext
}

/** Languages of an issue that has not gone out yet. */
export function tilesOf(
  languages: readonly LanguageReadiness[],
  policy: LocalePolicy<Locale>,
  { editions, context }: TilesContext,
): Tile[] {
  const { t } = context
  const instead = insteadOf(languages, policy)
  return languages.map((language) => {
    const { locale, readers, state, missing } = language
    const hasOwn = editions.includes(locale)
    // Whoever gets an edition of their own gets it with what there is.
    const insteadName = instead === null || hasOwn ? '' : context.languageName(instead)
    const fallsTo = state === 'falls-back' && insteadName !== ''
    return {
      ...nameOf(locale, context),
      readers: readersText(readers, context),
      state,
      stateText: fallsTo
        ? t('views.matrix.fallsBackTo', { language: insteadName })
        : t(`views.matrix.state.${state}`),
      emptyText: fallsTo
        ? t('views.matrix.instead', { language: insteadName })
        : t(state === 'left-out' ? 'views.matrix.leftOut' : 'views.matrix.noneYet'),
      missing: missing.map((each) => missingText(each, locale, context)),
      gate:
        state === 'ready' && missing.length === 0 ? null : gateOf(language, { insteadName, hasOwn }, context),
    }
  })
}

/** Editions of an issue that has gone out, as they were sent. */
export const sentTiles = (
  locales: readonly Locale[],
  counts: readonly IssueCount[],
  context: ViewContext,
): Tile[] =>
  locales.map((locale) => ({
    ...nameOf(locale, context),
    readers: readersText(wereToGet(counts.filter((count) => count.locale === locale)), context),
    state: 'sent',
    stateText: context.t('views.matrix.state.sent'),
    emptyText: '',
    missing: [],
    gate: null,
  }))

/** What those get whose language falls back: the first of the newsletter's chain that is ready. Null: nothing. */
function insteadOf(languages: readonly LanguageReadiness[], policy: LocalePolicy<Locale>): Locale | null {
  const ready = languages.filter(({ state }) => state === 'ready').map(({ locale }) => locale)
  return policy.whenNone === 'skip' ? null : (policy.chain.find((locale) => ready.includes(locale)) ?? null)
}

function missingText(missing: Missing, locale: Locale, { t }: ViewContext): MissingText {
  if (missing.kind === 'text') return { text: t(`views.matrix.missing.${missing.part}`), href: null }
  const { collection, id, title, why } = missing
  return {
    text: t(`views.matrix.missing.${why}`, { title: isolated(title) }),
    href: `/admin/translation/${collection}/${id}/${locale}`,
  }
}

interface Instead {
  /** Empty: nothing is ready to be sent instead, or nothing has to be. */
  readonly insteadName: string
  readonly hasOwn: boolean
}

function gateOf(
  { rule, decidedBy, deadline, afterwards }: LanguageReadiness,
  { insteadName, hasOwn }: Instead,
  { t, moment, timeZone }: ViewContext,
): Gate {
  const who = decidedBy === null ? t('views.matrix.byRule') : t('views.matrix.decidedBy', { name: decidedBy })
  const until =
    deadline === null
      ? t('views.matrix.noDeadline')
      : afterwards === 'skip' || (insteadName === '' && !hasOwn)
        ? t('views.matrix.until.skip', { moment: moment(deadline) })
        : hasOwn
          ? `${t('views.ready.hold.fallback', { when: moment(deadline) })} ·`
          : t('views.matrix.until.fallback', { moment: moment(deadline), language: insteadName })
  return {
    rule,
    afterwards,
    saying: rule === 'hold' ? `${until} ${who}` : who,
    deadline: deadline?.toISOString() ?? null,
    timeZone,
  }
}
