import type { TextReader } from '../../client-texts.ts'
import { MultiChoice } from '../../multi-choice.tsx'
import type { Conditions, ListCondition } from './conditions.ts'
import type { ConditionOffers } from './load-condition-offers.ts'

interface FindConditionsProps {
  readonly conditions: Conditions
  readonly offers: ConditionOffers
  readonly t: TextReader
  readonly onChange: (next: Conditions) => void
}

const lists = [
  'collections',
  'topics',
  'countries',
  'communities',
] as const satisfies readonly ListCondition[]

/** A day and four lists. What is left empty asks for everything. */
export function FindConditions({ conditions, offers, t, onChange }: FindConditionsProps) {
  return (
    <div className="em-find-conditions">
      <label className="em-find-since">
        <span>{t('views.compose.since')}</span>
        <input
          type="date"
          className="em-input"
          value={conditions.since.slice(0, 10)}
          onChange={({ target }) => onChange({ ...conditions, since: target.value })}
          // Enter would save the issue.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </label>
      {lists.map((list) => (
        <div key={list}>
          <span aria-hidden="true">{t(`views.compose.${list}`)}</span>
          <MultiChoice
            offered={offers[list]}
            chosen={conditions[list]}
            texts={{
              label: t(`views.compose.${list}`),
              choose: t('views.compose.all'),
              search: t('views.compose.search'),
              none: t('views.compose.noChoice'),
            }}
            onChange={(chosen) => onChange({ ...conditions, [list]: chosen })}
          />
        </div>
      ))}
    </div>
  )
}
