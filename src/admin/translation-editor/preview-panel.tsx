import { useEffect, useRef, useState } from 'react'

import type { EditorApi, PreviewKind } from './editor-api.ts'
import { useSetting } from './editor-setting.ts'

interface PreviewPanelProps {
  readonly api: EditorApi
  /** Changes whenever something was saved. */
  readonly savedAt: Date | null
  /** Pages of the site stand in no letter. */
  readonly kinds: readonly PreviewKind[]
  readonly onClose: () => void
}

type Shown = { readonly html: string } | 'loading' | 'none'

/** The translation as its readers will see it, drawn anew after each save. It runs no scripts. */
export function PreviewPanel({ api, savedAt, kinds, onClose }: PreviewPanelProps) {
  const { t, target } = useSetting()
  const [kind, setKind] = useState<PreviewKind>('page')
  const [shown, setShown] = useState<Shown>('loading')
  const close = useRef<HTMLButtonElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const scrolled = useRef(0)
  useEffect(() => close.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save changes what the server draws.
  useEffect(() => {
    let isWanted = true
    void api.preview(kind).then((html) => {
      if (!isWanted) return
      scrolled.current = frame.current?.contentWindow?.scrollY ?? 0
      setShown(html === null ? 'none' : { html })
    })
    return () => {
      isWanted = false
    }
  }, [api, kind, savedAt])
  const choose = (next: PreviewKind): void => {
    setShown('loading')
    setKind(next)
  }
  return (
    <section className="em-te-preview" aria-label={t('editor.preview.title')}>
      <div className="em-te-preview-head">
        <h2>{t('editor.preview.notPublic')}</h2>
        <button ref={close} type="button" className="em-button em-te-small" onClick={onClose}>
          {t('editor.close')}
        </button>
      </div>
      {kinds.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and nothing here is sent.
        <div role="group" aria-label={t('editor.preview.kind')} className="em-segments">
          {kinds.map((each) => (
            <button key={each} type="button" aria-pressed={kind === each} onClick={() => choose(each)}>
              {t(`editor.preview.${each}`)}
            </button>
          ))}
        </div>
      )}
      <p role="status" className="em-te-help">
        {shown === 'loading' && t('editor.preview.loading')}
        {shown === 'none' && t('editor.preview.none')}
      </p>
      {typeof shown === 'object' && (
        <iframe
          ref={frame}
          title={t(`editor.preview.frame.${kind}`, { language: target.name })}
          srcDoc={shown.html}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          onLoad={() => frame.current?.contentWindow?.scrollTo(0, scrolled.current)}
        />
      )}
    </section>
  )
}
