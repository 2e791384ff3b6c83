import type { TFunction } from 'i18next'

import { frequencies } from '../../../audience/choices.ts'
import type { Named } from '../../../audience/named.ts'
import type { PeopleFilter } from '../../../audience/people/people-filter.ts'
import { endonymOf, type Locale, locales } from '../../../i18n/locales.ts'
import { translator } from '../../../i18n/translator.ts'

interface PeopleFiltersProps {
  readonly filter: PeopleFilter
  readonly newsletters: readonly Named[]
  readonly topics: readonly Named[]
  readonly language: Locale
  readonly t: TFunction
}

/** A form that asks for the page again, so it works without a script and its address can be kept: it names nobody. */
export function PeopleFilters({ filter, newsletters, topics, language, t }: PeopleFiltersProps) {
  const terms = translator(language, 'terms')
  const named = (all: readonly Named[]) =>
    all.map(({ id, name }) => ({ value: id, label: name ?? t('numbers.gone') }))
  const selects = [
    {
      name: 'language',
      label: t('numbers.first-language'),
      chosen: filter.locale,
      choices: locales.map((locale) => ({ value: locale, label: endonymOf(locale) })),
    },
    {
      name: 'newsletter',
      label: t('numbers.newsletter'),
      chosen: filter.newsletterId,
      choices: named(newsletters),
    },
    {
      name: 'status',
      label: t('people.status'),
      chosen: filter.status,
      choices: (['active', 'ended'] as const).map((status) => ({
        value: status,
        label: terms(`subscriberStatus.${status}`),
      })),
    },
    {
      name: 'frequency',
      label: t('numbers.frequency'),
      chosen: filter.frequency,
      choices: frequencies.map((frequency) => ({
        value: frequency,
        label: terms(`frequency.${frequency}`),
      })),
    },
    { name: 'topic', label: t('people.topic'), chosen: filter.topicId, choices: named(topics) },
  ]
  return (
    <form className="em-filters em-people-filters" method="get" aria-label={t('people.filter')}>
      {selects.map(({ name, label, chosen, choices }) => (
        <label key={name}>
          <span>{label}</span>
          <select name={name} defaultValue={chosen ?? ''}>
            <option value="">{t('people.filter.all')}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="em-button">
        {t('people.filter.show')}
      </button>
    </form>
  )
}
