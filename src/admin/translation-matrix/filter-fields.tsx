import { translatableCollections } from '../../content/translatable.ts'
import { directionOf, endonymOf, type Locale } from '../../i18n/locales.ts'
import { cellStates } from '../../translation/matrix/cell-state.ts'
import {
  deadlineFilters,
  everything,
  type MatrixQuery,
  matrixSorts,
  ownerValue,
} from '../../translation/matrix/matrix-query.ts'
import type { TranslationPerson } from '../../translation/matrix/people.ts'
import type { MatrixContext } from './matrix-context.ts'

interface FilterFieldsProps {
  readonly query: MatrixQuery
  readonly people: readonly TranslationPerson[]
  /** Of whoever looks: chosen as "me". */
  readonly userId: string
  /** Languages that can be columns, and those that are. */
  readonly available: readonly Locale[]
  readonly columns: readonly Locale[]
  readonly context: MatrixContext
}

/** What stands in the form over the matrix. */
export function FilterFields({ query, people, userId, available, columns, context }: FilterFieldsProps) {
  const { t, kindName } = context
  return (
    <>
      <input
        type="hidden"
        name="state"
        value={cellStates.filter((state) => query.states.includes(state)).join(',')}
      />
      <input
        type="search"
        name="text"
        className="em-input em-filter-text"
        key={query.text}
        defaultValue={query.text}
        placeholder={t('matrix.filter.text')}
        aria-label={t('matrix.filter.text')}
      />
      <Choice
        name="kind"
        label={t('matrix.filter.kind')}
        value={query.kinds.join(',')}
        options={[
          ['', t('matrix.kind.all')],
          ...translatableCollections.map((kind) => [kind, kindName(kind)] as const),
        ]}
      />
      <Choice
        name="owner"
        label={t('matrix.filter.owner')}
        value={ownerValue(query.owner)}
        options={[
          ['', t('matrix.owner.any')],
          ['me', t('matrix.owner.me')],
          ['none', t('matrix.owner.none')],
          ...people.filter(({ id }) => id !== userId).map(({ id, name }) => [id, name] as const),
        ]}
      />
      <Choice
        name="deadline"
        label={t('matrix.filter.deadline')}
        value={query.deadline ?? ''}
        options={[
          ['', t('matrix.deadline.any')],
          ...deadlineFilters.map((each) => [each, t(`matrix.deadline.${each}`)] as const),
        ]}
      />
      <label className="em-check">
        <input
          type="checkbox"
          name="wanted"
          value="only"
          key={String(query.wantedOnly)}
          defaultChecked={query.wantedOnly}
        />
        {t('matrix.filter.wanted')}
      </label>
      <ColumnChoice available={available} columns={columns} context={context} />
      <div className="em-filter-sort">
        <span aria-hidden="true">{t('matrix.filter.sort')}</span>
        <Choice
          name="sort"
          label={t('matrix.filter.sort')}
          value={query.sort === everything.sort ? '' : query.sort}
          options={matrixSorts.map(
            (sort) => [sort === everything.sort ? '' : sort, t(`matrix.sort.${sort}`)] as const,
          )}
        />
      </div>
      <noscript>
        <button type="submit" className="em-button">
          {t('matrix.filter.apply')}
        </button>
      </noscript>
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

const Choice = ({ name, label, value, options }: ChoiceProps) => (
  // The key takes the server's choice over after a link has changed it.
  <select key={value} className="em-select" name={name} aria-label={label} defaultValue={value}>
    {options.map(([option, text]) => (
      <option key={option} value={option}>
        {text}
      </option>
    ))}
  </select>
)

interface ColumnChoiceProps {
  readonly available: readonly Locale[]
  readonly columns: readonly Locale[]
  readonly context: MatrixContext
}

/** Which languages are columns. All of them is no choice, so that a new language shows by itself. */
const ColumnChoice = ({ available, columns, context: { t, number, languageName } }: ColumnChoiceProps) => (
  <details className="em-drop">
    <summary className="em-select">
      {t('matrix.columns', { shown: number(columns.length), number: number(available.length) })}
    </summary>
    <div className="em-drop-sheet">
      <fieldset key={columns.join()}>
        <legend className="em-sr">{t('matrix.bulk.languages')}</legend>
        {available.map((locale) => (
          <label key={locale} className="em-check">
            <input
              type="checkbox"
              name="languages"
              value={locale}
              defaultChecked={columns.length < available.length && columns.includes(locale)}
            />
            <span title={endonymOf(locale)}>{languageName(locale)}</span>
            <small lang={locale} dir={directionOf(locale)}>
              {endonymOf(locale)}
            </small>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="em-button em-button-first">
        {t('matrix.columns.apply')}
      </button>
    </div>
  </details>
)
