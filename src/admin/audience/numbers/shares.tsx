import { frequencies } from '../../../audience/choices.ts'
import { namesFor } from '../../../audience/named.ts'
import type { FacetCount, FacetCounts } from '../../../audience/numbers/facet-counts.ts'
import type { PeopleIn } from '../../../audience/numbers/people-now.ts'
import { shown, shownParts } from '../../../audience/numbers/small-cells.ts'
import type { Database } from '../../../database/database.ts'
import { isLocale } from '../../../i18n/locales.ts'
import { translator } from '../../../i18n/translator.ts'
import { LanguageName } from '../../language-name.tsx'
import type { NumbersContext } from './numbers-context.ts'
import { PeopleBars } from './people-bars.tsx'

interface SharesProps {
  readonly firstLanguages: readonly PeopleIn[]
  readonly facets: FacetCounts
  readonly database: Database
  readonly context: NumbersContext
}

/** People by language, newsletter and frequency. */
export async function Shares({ firstLanguages, facets, database, context }: SharesProps) {
  const { t, language, seesAll } = context
  const terms = translator(language, 'terms')
  const newsletters = await namesFor(
    language,
    'newsletters',
    facets.newsletter.map(({ key }) => key),
    database,
  )
  const languageRow = ({ key, people }: { readonly key: string; readonly people: number | null }) => ({
    key,
    label: isLocale(key) ? <LanguageName locale={key} /> : key,
    people,
  })
  const byFrequency = frequencies.map(
    (key): FacetCount => ({ key, people: facets.frequency.find((each) => each.key === key)?.people ?? 0 }),
  )
  return (
    <div className="em-two em-audience-two">
      <PeopleBars
        title={t('numbers.first-language')}
        of={t('numbers.language')}
        rows={shownParts(
          firstLanguages.map(({ locale, people }) => ({ key: locale, people })),
          seesAll,
        ).map(languageRow)}
        context={context}
      />
      <PeopleBars
        title={t('numbers.languages')}
        of={t('numbers.language')}
        rows={facets.language.map(({ key, people }) => languageRow({ key, people: shown(people, seesAll) }))}
        context={context}
      />
      <PeopleBars
        title={t('numbers.newsletters')}
        of={t('numbers.newsletter')}
        rows={facets.newsletter.map(({ key, people }, index) => ({
          key,
          label: newsletters[index]?.name ?? t('numbers.gone'),
          people: shown(people, seesAll),
        }))}
        context={context}
      />
      <PeopleBars
        title={t('numbers.frequency')}
        of={t('numbers.frequency.of')}
        rows={shownParts(byFrequency, seesAll).map(({ key, people }) => ({
          key,
          label: terms(`frequency.${key}`),
          people,
        }))}
        context={context}
      />
    </div>
  )
}
