import { ChosenNames, MultiChoice } from '../../multi-choice.tsx'
import type { OfferedValue } from '../../offered-values.ts'
import type { Building } from './building.ts'
import type { DraftRow, ListAbout } from './draft.ts'

interface ValueChoiceProps {
  readonly row: DraftRow
  readonly about: ListAbout
  readonly building: Building
}

/** One or more values of a list, below a button that names those chosen. */
export function ValueChoice({ row, about, building: { t, offers, isReadOnly, change } }: ValueChoiceProps) {
  const gone: readonly OfferedValue[] = row.values
    .filter((id) => !offers[about].some((value) => value.id === id))
    .map((id) => ({ id, label: t('segment.values.gone'), lang: '' }))
  const offered = [...gone, ...offers[about]]
  if (isReadOnly) return <ChosenNames values={offered.filter(({ id }) => row.values.includes(id))} />
  return (
    <MultiChoice
      offered={offered}
      chosen={row.values}
      texts={{
        label: t('segment.values'),
        choose: t('segment.values.choose'),
        search: t('segment.values.search'),
        none: t('segment.values.none'),
      }}
      onChange={(values) => change({ ...row, values })}
    />
  )
}
