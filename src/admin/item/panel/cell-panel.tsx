'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import type { ItemReference } from '../../../content/published-item.ts'
import { postJson } from '../../ask-json.ts'
import { isSignedOut } from '../../ask-server.ts'
import { type Texts, textReader } from '../../client-texts.ts'
import { Question } from '../../issue/question.tsx'
import { Mark } from '../../marks.tsx'
import type { CellView } from '../cell-view.ts'
import type { ChannelView } from '../channel-view.ts'
import { Approval } from './approval.tsx'
import { AttemptList } from './attempt-list.tsx'
import { ByHand } from './by-hand.tsx'
import type { CellDesk, CellRights } from './cell-desk.ts'
import { CellStory } from './cell-story.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { Decisions } from './decisions.tsx'
import { choiceOf, type Draft, draftOf } from './draft.ts'
import { PreviewSide } from './preview-side.tsx'
import { type Refusal, refusalOf } from './refusal.ts'
import { TheirWords } from './their-words.tsx'
import { usePreview } from './use-preview.ts'

interface CellPanelProps {
  readonly item: ItemReference
  readonly channel: ChannelView
  readonly cell: CellView
  readonly rights: CellRights
  readonly texts: Texts
  /** Of the interface. */
  readonly language: string
  readonly onClose: () => void
}

/**
 * One cell, opened: what it would look like there, and everything that can be done about it. A modal dialog: the browser
 * keeps the focus inside and gives it back to the cell.
 */
export function CellPanel({ item, channel, cell, rights, texts, language, onClose }: CellPanelProps) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const t = textReader(texts, language)
  const saved = draftOf(cell.choice, channel.timeZone)
  const [draft, setDraft] = useState(saved)
  const [base, setBase] = useState(saved)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const [seen, setSeen] = useState<string | null>(null)
  const found = usePreview(item, cell, draft)
  useEffect(() => dialog.current?.showModal(), [])

  const isSame = (one: Draft, other: Draft): boolean =>
    JSON.stringify(choiceOf(one, channel.timeZone)) === JSON.stringify(choiceOf(other, channel.timeZone))
  // A decision changes what is chosen, too: the form follows, unless somebody is writing in it.
  if (!isSame(saved, base)) {
    setBase(saved)
    if (isSame(draft, base)) setDraft(saved)
  }
  const isChanged = !isSame(draft, saved)
  const leave = (): void => (isChanged && !isLeaving ? setLeaving(true) : dialog.current?.close())
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    // A question inside the dialog takes the key for itself.
    if (event.target instanceof Element && event.target.closest('.em-ask') !== null) event.preventDefault()
    else if (isChanged) {
      event.preventDefault()
      leave()
    }
  }
  const ask: CellDesk['ask'] = async (what, data) => {
    setBusy(true)
    setRefusal(null)
    setSaid(t('views.item.said.working'))
    const address = `/api/dissemination/${item.collection}/${item.id}/${what}`
    const answer = await postJson(address, { channelId: cell.channelId, locale: cell.locale, ...data })
    const objection = refusalOf(answer, texts)
    setBusy(false)
    setRefusal(objection)
    setSaid(objection === null ? t(`views.item.said.${what === 'choices' ? 'saved' : 'done'}`) : '')
    // Anew the page would be the one for signing in, and what is written here lost.
    if (!isSignedOut(answer)) router.refresh()
    return objection === null
  }
  const desk: CellDesk = {
    item,
    channel,
    cell,
    rights,
    texts,
    t,
    number: (value) => value.toLocaleString(`${language}-u-nu-latn`),
    isBusy,
    ask,
    seen,
    onSeen: setSeen,
    refused:
      refusal === null || refusal.field === null ? null : { field: refusal.field, message: refusal.message },
  }
  const { word, mark, tone } = cell.standing
  return (
    <dialog
      ref={dialog}
      className="em-view em-cell-panel"
      aria-labelledby="em-cell-title"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2 id="em-cell-title">
          <bdi>{channel.name}</bdi>
          <bdi lang={cell.locale} dir={cell.direction}>
            {cell.endonym}
          </bdi>
        </h2>
        <span className={`em-state em-state-${tone}`}>
          <Mark name={mark} tone={tone} size={14} />
          {word}
        </span>
        <button
          type="button"
          className="em-icon-button"
          aria-label={t('views.item.panel.close')}
          onClick={leave}
        >
          <Mark name="failed" tone="plain" size={14} />
        </button>
      </header>
      {isLeaving && (
        <Question
          ask={t('views.item.panel.unsaved')}
          sure={t('views.item.panel.leave')}
          keep={t('views.item.panel.stay')}
          onSure={() => dialog.current?.close()}
          onKeep={() => setLeaving(false)}
        />
      )}
      <p role="status" className="em-cell-said">
        {said}
      </p>
      <div role="alert">{refusal !== null && <p className="em-note em-note-bad">{refusal.message}</p>}</div>
      <div className="em-cell-two">
        <PreviewSide desk={desk} found={found} />
        <div className="em-cell-side">
          <CellStory desk={desk} />
          <TheirWords desk={desk} />
          {channel.isByHand && (
            <ByHand desk={desk} post={found.state === 'ready' ? found.preview.post : null} />
          )}
          <Approval desk={desk} />
          {rights.mayDecide && <Decisions desk={desk} />}
          {rights.mayPrepare && (
            <ChoiceForm desk={desk} draft={draft} isChanged={isChanged} onChange={setDraft} />
          )}
          <AttemptList attempts={cell.attempts} t={t} />
        </div>
      </div>
    </dialog>
  )
}
