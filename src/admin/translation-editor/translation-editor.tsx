'use client'

import { useEffect, useMemo, useRef, useState } from 'react'

import type { Translation } from '../../translation/targets/translation.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { ActiveSegment } from './active-segment.tsx'
import { editorApi, type PreviewKind } from './editor-api.ts'
import { EditorHead } from './editor-head.tsx'
import { type EditorSetting, EditorSettingProvider } from './editor-setting.ts'
import type { Entry } from './entry.ts'
import type { FieldLabel } from './field-labels.ts'
import { Helps } from './helps.tsx'
import { KeyStrip } from './key-strip.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LanguageHeads } from './language-heads.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { RestingSegment } from './resting-segment.tsx'
import { SegmentList } from './segment-list.tsx'
import { segmentNames } from './segment-names.ts'
import { isOpen, neighbour, nextOpen } from './segment-order.ts'
import { StepBar } from './step-bar.tsx'
import { useClosedNav } from './use-closed-nav.ts'
import { useComments } from './use-comments.ts'
import { useDesk } from './use-desk.ts'
import { useKeys } from './use-keys.ts'
import { useMedia } from './use-media.ts'
import { usePlace } from './use-place.ts'
import { useSuggestions } from './use-suggestions.ts'

interface TranslationEditorProps {
  readonly translation: Translation
  readonly labels: Readonly<Record<string, FieldLabel>>
  readonly texts: Texts
  /** Of the interface. */
  readonly language: string
  readonly setting: Omit<EditorSetting, 't'>
  /** What the item is, between which languages and until when. */
  readonly over: string
  readonly previews: readonly PreviewKind[]
}

/** Below this the helps have no room beside the list. In CSS pixels. */
const NARROW = '(max-width: 1100px)'

/** Source and target side by side, segment by segment. */
export function TranslationEditor(props: TranslationEditorProps) {
  const { translation, labels, texts, language, setting: facts, previews } = props
  const { collection, id, locale } = translation
  const setting = useMemo(() => ({ ...facts, t: textReader(texts, language) }), [facts, texts, language])
  const { mayApprove, userName } = setting
  const api = useMemo(() => editorApi({ collection, id }, locale), [collection, id, locale])
  const { desk, state } = useDesk(translation, api)
  const { entries } = state
  const names = segmentNames(
    entries.map(({ segment }) => segment),
    labels,
    setting.t,
  )
  const { place, open, leave, end } = usePlace(translation.segments, mayApprove)
  const [showsChanges, setShowsChanges] = useState(true)
  const [isOpenOnly, setIsOpenOnly] = useState(false)
  const [isPreviewed, setIsPreviewed] = useState(false)
  const [showsKeys, setShowsKeys] = useState(false)
  const lastStep = useRef<HTMLButtonElement>(null)
  const previewButton = useRef<HTMLButtonElement>(null)
  const isNarrow = useMedia(NARROW)
  useClosedNav()
  useEffect(() => {
    document.title = setting.t('editor.title', { title: translation.title, language: setting.target.name })
  }, [setting, translation.title])

  const active = entries.find(({ segment }) => segment.key === place.key) ?? null
  const activeKey = active?.segment.key ?? null
  const { comments, comment } = useComments(translation.comments, api, { key: activeKey, userName })
  const { suggestions, isLost } = useSuggestions(api, active?.segment ?? null)
  const shown = entries.filter(
    ({ segment }) => !isOpenOnly || segment.key === activeKey || isOpen(segment.state, mayApprove),
  )
  const numberOf = (entry: Entry): number => entries.indexOf(entry) + 1

  const finish = async (verdict: 'done' | 'still-right'): Promise<void> => {
    if (activeKey === null) return
    const isTaken = await desk.finish(
      activeKey,
      verdict === 'still-right' ? 'still-right' : mayApprove ? 'approved' : 'needs-review',
    )
    if (!isTaken) return
    const segments = desk.state().entries.map(({ segment }) => segment)
    const next = nextOpen(segments, activeKey, mayApprove)
    if (next !== null) return open(next)
    end()
    lastStep.current?.focus()
  }
  const move = (step: 1 | -1): void => {
    const segments = shown.map(({ segment }) => segment)
    const next = activeKey === null ? (segments[0]?.key ?? null) : neighbour(segments, activeKey, step)
    if (next !== null) open(next)
  }
  const take = (number: number): void => {
    const match = suggestions?.matches[number - 1]
    if (activeKey !== null && match !== undefined) desk.write(activeKey, match.text, 'memory')
  }
  useKeys({
    finish: () => void finish('done'),
    move,
    take,
    toggleChanges: () => setShowsChanges((before) => !before),
    leave,
    showKeys: () => setShowsKeys(true),
  })

  const helps = (where: 'beside' | 'below') =>
    active !== null && (
      <Helps
        entry={active}
        suggestions={suggestions}
        isLost={isLost}
        comments={comments}
        place={where}
        onTake={(text) => desk.write(active.segment.key, text, 'memory')}
        onComment={comment}
      />
    )
  const isBeside = !isNarrow && !isPreviewed
  return (
    <EditorSettingProvider value={setting}>
      <div className="em-te">
        <EditorHead
          translation={translation}
          over={props.over}
          state={state}
          names={names}
          desk={desk}
          api={api}
          lastStep={lastStep}
          previewButton={previewButton}
          isPreviewed={isPreviewed}
          isOpenOnly={isOpenOnly}
          onPreview={() => setIsPreviewed((before) => !before)}
          onOpenOnly={() => setIsOpenOnly((before) => !before)}
          onOpen={open}
        />
        <StepBar at={active === null ? null : numberOf(active)} of={entries.length} onMove={move} />
        <div className={isPreviewed ? 'em-te-columns em-te-with-preview' : 'em-te-columns'}>
          <div>
            <LanguageHeads revision={translation.revision} />
            <SegmentList
              entries={shown}
              labels={labels}
              segment={(entry) => {
                const { key, field } = entry.segment
                const name = names.get(key) ?? field
                return key === activeKey ? (
                  <ActiveSegment
                    key={key}
                    entry={entry}
                    number={numberOf(entry)}
                    name={name}
                    help={labels[field]?.help ?? null}
                    desk={desk}
                    suggestions={suggestions}
                    takesFocus={place.isChosen}
                    showsChanges={showsChanges}
                    onToggleChanges={() => setShowsChanges((before) => !before)}
                    onFinish={(verdict) => void finish(verdict)}
                  >
                    {!isBeside && helps('below')}
                  </ActiveSegment>
                ) : (
                  <RestingSegment
                    key={key}
                    entry={entry}
                    number={numberOf(entry)}
                    name={name}
                    onOpen={() => open(key)}
                  />
                )
              }}
            />
          </div>
          {isPreviewed && (
            <PreviewPanel
              api={api}
              savedAt={state.savedAt}
              kinds={previews}
              onClose={() => {
                setIsPreviewed(false)
                previewButton.current?.focus()
              }}
            />
          )}
          {isBeside && (active === null ? <div /> : helps('beside'))}
        </div>
        <KeyStrip onShowKeys={() => setShowsKeys(true)} />
        {showsKeys && <KeysDialog onClose={() => setShowsKeys(false)} />}
      </div>
    </EditorSettingProvider>
  )
}
