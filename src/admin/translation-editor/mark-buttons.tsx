import type { Mark } from '../../translation/segments/segment.ts'
import { useSetting } from './editor-setting.ts'
import { markName } from './mark-name.ts'

interface MarkButtonsProps {
  readonly marks: readonly Mark[]
  /** Of the translation. */
  readonly text: string
  readonly onInsert: (id: number) => void
}

/** The marks of the source that the translation lacks, each as a button that puts it in. */
export function MarkButtons({ marks, text, onInsert }: MarkButtonsProps) {
  const setting = useSetting()
  const missing = marks.filter(({ id }) => !text.includes(`⟦${id}⟧`) && !text.includes(`⟦${id}/⟧`))
  if (missing.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and nothing here is sent.
    <div className="em-te-marks" role="group" aria-label={setting.t('editor.marks')}>
      {missing.map((mark) => (
        <button key={mark.id} type="button" onClick={() => onInsert(mark.id)}>
          <span className="em-te-number">{mark.id}</span>
          {setting.t('editor.mark.insert', { name: markName(mark, setting) })}
        </button>
      ))}
    </div>
  )
}
