import type { ReactNode } from 'react'

/** Shapes that stay apart in grey, drawn on 18 by 18. */
const shapes = {
  planned: (
    <>
      <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M9 5v4.3l3 1.8" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  submitting: (
    <>
      <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M9 4.2a4.8 4.8 0 0 1 0 9.6Z" fill="currentColor" />
    </>
  ),
  submitted: <path d="m3.5 9.5 3.6 3.6 7.4-8" fill="none" stroke="currentColor" strokeWidth="2" />,
  unconfirmed: (
    <>
      <path d="M9 1.2 16.8 9 9 16.8 1.2 9Z" fill="currentColor" />
      <path
        d="M7.2 7.2c.2-2.4 3.7-2.2 3.6 0 0 1.4-1.8 1.5-1.8 3M9 11.6v1.5"
        fill="none"
        stroke="var(--theme-elevation-0)"
        strokeWidth="1.5"
      />
    </>
  ),
  failed: <path d="m4.5 4.5 9 9m0-9-9 9" stroke="currentColor" strokeWidth="1.8" />,
  skipped: (
    <>
      <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="m4.2 13.8 9.6-9.6" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  outdated: (
    <>
      <path d="M9 1.8 17 16H1Z" fill="currentColor" />
      <path d="M9 6.6v4.6M9 12.6v1.6" stroke="var(--theme-elevation-0)" strokeWidth="1.7" />
    </>
  ),
  letter: (
    <>
      <rect
        x="2"
        y="3.5"
        width="14"
        height="11"
        rx="1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
      <path d="m2.6 5 6.4 5 6.4-5" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  paused: <path d="M5.5 3.5v11M12.5 3.5v11" stroke="currentColor" strokeWidth="2.6" />,
  otherLanguage: <path d="M4 14 14 4M6.5 4H14v7.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
} as const satisfies Record<string, ReactNode>

export type MarkName = keyof typeof shapes

/** Colours of states. `quiet` is for what was decided against. */
export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'quiet'

interface MarkProps {
  readonly name: MarkName
  readonly tone: Tone
  /** In CSS pixels. */
  readonly size?: number
}

/** A state's sign. Always beside its word: it says nothing to a screen reader. */
export function Mark({ name, tone, size = 15 }: MarkProps) {
  return (
    <svg
      className={`em-mark em-${tone}`}
      width={size}
      height={size}
      viewBox="0 0 18 18"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  )
}
