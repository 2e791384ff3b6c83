import { MAX_DEPTH } from '../../../audience/segments/bounds.ts'
import { type Building, focusName } from './building.ts'
import { type DraftGroup, isGroup, type Match, matches } from './draft.ts'
import { RowFields } from './row-fields.tsx'

interface GroupFieldsProps {
  readonly group: DraftGroup
  /** `2.1`: the first within the second. Empty: the whole. */
  readonly number: string
  /** Groups around it, itself included. */
  readonly depth: number
  readonly building: Building
}

/** Conditions and how many of them must be met. */
export function GroupFields({ group, number, depth, building }: GroupFieldsProps) {
  const { t, isReadOnly, change, add, remove } = building
  return (
    <fieldset className={number === '' ? 'em-group em-group-whole' : 'em-group'} disabled={isReadOnly}>
      <legend className={number === '' ? 'em-group-title' : 'em-sr'}>
        {number === '' ? t('segment.whole') : t('segment.group', { number })}
      </legend>
      <div className="em-group-head">
        {number !== '' && (
          <span className="em-condition-number" aria-hidden="true">
            {number}
          </span>
        )}
        <select
          className="em-select"
          name={focusName(group.key)}
          aria-label={t('segment.match')}
          value={group.match}
          onChange={({ target }) => change({ ...group, match: target.value as Match })}
        >
          {matches.map((match) => (
            <option key={match} value={match}>
              {t(`segment.match.${match}`)}
            </option>
          ))}
        </select>
        {number !== '' && (
          <button
            type="button"
            className="em-button em-condition-remove"
            aria-label={`${t('segment.remove')}: ${t('segment.group', { number })}`}
            onClick={() => remove(group.key)}
          >
            {t('segment.remove')}
          </button>
        )}
      </div>
      {group.of.length > 0 && (
        <ol className="em-group-of">
          {group.of.map((each, at) => {
            const own = number === '' ? String(at + 1) : `${number}.${at + 1}`
            return (
              <li key={each.key}>
                {isGroup(each) ? (
                  <GroupFields group={each} number={own} depth={depth + 1} building={building} />
                ) : (
                  <RowFields row={each} number={own} building={building} />
                )}
              </li>
            )
          })}
        </ol>
      )}
      {!isReadOnly && (
        <div className="em-group-add">
          <button type="button" className="em-button" onClick={() => add(group.key, 'condition')}>
            {t('segment.add')}
          </button>
          {depth < MAX_DEPTH && (
            <button type="button" className="em-button" onClick={() => add(group.key, 'group')}>
              {t('segment.addGroup')}
            </button>
          )}
        </div>
      )}
    </fieldset>
  )
}
