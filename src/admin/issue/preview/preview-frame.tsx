'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import { inScheme, type Scheme } from './in-scheme.ts'
import { Segments } from './segments.tsx'

const ways = ['wide', 'phone', 'text'] as const
type Way = (typeof ways)[number]
const schemes = ['light', 'dark'] as const

interface PreviewFrameProps {
  readonly html: string
  readonly text: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly texts: Readonly<Record<Way | Scheme | 'group' | 'scheme' | 'frame', string>>
}

/** Tall enough for most letters until the letter itself has said how tall it is, in CSS pixels. */
const FIRST_HEIGHT = 900

/**
 * The mail as a mail program shows it. It runs no scripts; links open in another tab, for they are what an editor checks.
 */
export function PreviewFrame({ html, text, lang, dir, texts }: PreviewFrameProps) {
  const [way, setWay] = useState<Way>('wide')
  const [scheme, setScheme] = useState<Scheme>('light')
  const [height, setHeight] = useState(FIRST_HEIGHT)
  const frame = useRef<HTMLIFrameElement>(null)
  const fit = useCallback((): void => {
    const tall = frame.current?.contentDocument?.documentElement.scrollHeight
    if (tall) setHeight(tall)
  }, [])
  // The letter may have been there before this ran; then its own event is missed.
  useEffect(fit, [fit])
  return (
    <div className="em-paper">
      <div className="em-matrix-bar">
        <Segments
          label={texts.group}
          value={way}
          options={ways.map((each) => [each, texts[each]])}
          onChoose={setWay}
        />
        <Segments
          label={texts.scheme}
          value={scheme}
          options={schemes.map((each) => [each, texts[each]])}
          onChoose={setScheme}
        />
      </div>
      {way === 'text' ? (
        <pre className="em-plain-text" lang={lang} dir={dir}>
          {text}
        </pre>
      ) : (
        <div className={`em-sheet em-sheet-${way}`}>
          <iframe
            key={`${way} ${scheme}`}
            ref={frame}
            title={texts.frame}
            srcDoc={inScheme(html, scheme).replace('<head>', '<head><base target="_blank">')}
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            style={{ height }}
            onLoad={fit}
          />
        </div>
      )}
    </div>
  )
}
