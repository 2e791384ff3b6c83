import type { TFunction } from 'i18next'

import { endonymOf, type Locale } from '../../i18n/locales.ts'
import { engineNames } from '../../translation/engines/engine.ts'
import { requestStates } from '../../translation/requests/request-state.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

interface RequestFiltersProps {
  /** What is chosen now, by name. */
  readonly chosen: Readonly<Record<string, unknown>>
  readonly locales: readonly Locale[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly t: TFunction
}

/** A form that asks for the page again, so it works without a script and its address can be kept. */
export function RequestFilters({ chosen, locales, people, t }: RequestFiltersProps) {
  const engines = [...engineNames, 'none'] as const
  const filters: readonly {
    readonly name: string
    readonly label: string
    readonly choices: readonly Choice[]
  }[] = [
    {
      name: 'state',
      label: t('request.filter.state'),
      choices: requestStates.map((state) => ({ value: state, label: t(`request.state.${state}`) })),
    },
    {
      // `locale` is Payload's own: the language of the content that the admin shows.
      name: 'language',
      label: t('request.filter.language'),
      choices: locales.map((locale) => ({ value: locale, label: endonymOf(locale) })),
    },
    {
      name: 'engine',
      label: t('request.filter.engine'),
      choices: engines.map((engine) => ({
        value: engine,
        label: engine === 'none' ? t('request.by.person') : t(`request.engine.${engine}`),
      })),
    },
    {
      name: 'assignee',
      label: t('request.filter.assignee'),
      choices: people.map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
  const offered = filters.filter(({ choices }) => choices.length > 0)
  return (
    <form className="em-filters" method="get" aria-label={t('request.filter')}>
      {offered.map(({ name, label, choices }) => (
        <label key={name}>
          <span>{label}</span>
          <select name={name} defaultValue={String(chosen[name] ?? '')}>
            <option value="">{t('request.filter.all')}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="em-button">
        {t('request.filter.show')}
      </button>
    </form>
  )
}
