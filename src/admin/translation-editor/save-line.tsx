import { timeIn } from './dates.ts'
import type { DeskState } from './desk.ts'
import { useSetting } from './editor-setting.ts'
import type { Saving } from './entry.ts'

/** The worst comes first: one text that cannot be kept matters more than nine that are. */
const byWeight = [
  'forbidden',
  'signed-out',
  'failed',
  'unreachable',
  'saving',
  'unsaved',
] as const satisfies Saving[]

/** Whether what was written is kept. Read out when it changes. */
export function SaveLine({ entries, savedAt }: DeskState) {
  const { t, tag, target } = useSetting()
  const worst = byWeight.find((saving) => entries.some((entry) => entry.saving === saving))
  const isBad = worst !== undefined && worst !== 'saving' && worst !== 'unsaved'
  return (
    <span role="status" className={isBad ? 'em-bad' : undefined}>
      {worst !== undefined && t(`editor.saving.${worst}`, { language: target.name })}
      {worst === undefined && savedAt !== null && t('editor.saving.saved', { time: timeIn(tag, savedAt) })}
    </span>
  )
}
