import type { Ref } from 'react'

import { directionOf } from '../../i18n/locales.ts'
import type { Translation } from '../../translation/targets/translation.ts'
import type { Desk, DeskState } from './desk.ts'
import type { EditorApi } from './editor-api.ts'
import { useSetting } from './editor-setting.ts'
import { LastStep } from './last-step.tsx'
import { Progress } from './progress.tsx'
import { SaveLine } from './save-line.tsx'

interface EditorHeadProps {
  readonly translation: Translation
  readonly over: string
  readonly state: DeskState
  readonly names: ReadonlyMap<string, string>
  readonly desk: Desk
  readonly api: EditorApi
  readonly lastStep: Ref<HTMLButtonElement>
  readonly previewButton: Ref<HTMLButtonElement>
  readonly isPreviewed: boolean
  readonly isOpenOnly: boolean
  readonly onPreview: () => void
  readonly onOpenOnly: () => void
  readonly onOpen: (key: string) => void
}

/** What is translated, how far it is, and what can be done with it as a whole. */
export function EditorHead(props: EditorHeadProps) {
  const { translation, over, state, names, desk, api, isPreviewed, isOpenOnly } = props
  const { t } = useSetting()
  const { title, sourceLocale } = translation
  return (
    <div className="em-head em-te-head">
      <div>
        <p className="em-over">{over}</p>
        <h1 className="em-title">
          <bdi lang={sourceLocale} dir={directionOf(sourceLocale)}>
            {title}
          </bdi>
        </h1>
        <p className="em-te-standing">
          <Progress entries={state.entries} />
          <SaveLine {...state} />
        </p>
      </div>
      <div className="em-te-actions">
        <button
          ref={props.previewButton}
          type="button"
          className="em-button em-te-plain"
          aria-pressed={isPreviewed}
          onClick={props.onPreview}
        >
          {t('editor.preview')}
        </button>
        <button
          type="button"
          className="em-button em-te-plain em-te-filter"
          aria-pressed={isOpenOnly}
          onClick={props.onOpenOnly}
        >
          {t('editor.openOnly')}
        </button>
        <LastStep
          entries={state.entries}
          names={names}
          desk={desk}
          api={api}
          button={props.lastStep}
          onOpen={props.onOpen}
        />
      </div>
    </div>
  )
}
