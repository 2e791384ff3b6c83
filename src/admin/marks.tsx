import type { ReactNode } from 'react'

const sheet = (
  <>
    <rect x="2" y="2" width="14" height="14" rx="2.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
    <path d="M5.6 6.7h6.8M5.6 9.4h6.8M5.6 12h3.6" stroke="currentColor" strokeWidth="1.5" />
  </>
)

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
  missing: (
    <circle
      cx="9"
      cy="9"
      r="7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.6 2.9"
    />
  ),
  machine: (
    <>
      <path
        d="M9 1.6 16.4 9 9 16.4 1.6 9Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <circle cx="9" cy="9" r="2" fill="currentColor" />
    </>
  ),
  review: sheet,
  held: sheet,
  conflict: (
    <path
      d="M9 16v-6M9 10 3.5 4.5M9 10l5.5-5.5M3 8.2V4h4.2M10.8 4H15v4.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  current: (
    <>
      <circle cx="9" cy="9" r="7.8" fill="currentColor" />
      <path d="m5.4 9.3 2.5 2.5 4.8-5.2" fill="none" stroke="var(--theme-elevation-0)" strokeWidth="1.9" />
    </>
  ),
  unwanted: <circle cx="9" cy="9" r="1.7" fill="currentColor" />,
  source: (
    <path
      d="M3.2 14.8 4 11.4 11.6 3.8a1.5 1.5 0 0 1 2.1 0l.5.5a1.5 1.5 0 0 1 0 2.1L6.6 14Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
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
  opens: <path d="m6.5 3.5 5.5 5.5-5.5 5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  otherLanguage: <path d="M4 14 14 4M6.5 4H14v7.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
} as const satisfies Record<string, ReactNode>

export type MarkName = keyof typeof shapes

/** Colours of states. `quiet` is for what was decided against, `plain` for what is not there yet. */
export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'machine' | 'quiet' | 'plain'

interface MarkProps {
  readonly name: MarkName
  readonly tone: Tone
  /** In CSS pixels. */
  readonly size?: number
}

/** Arrows: they point the other way where lines run from right to left. */
const leading: ReadonlySet<MarkName> = new Set(['otherLanguage'])

/** A state's sign. Always beside its word: it says nothing to a screen reader. */
export function Mark({ name, tone, size = 15 }: MarkProps) {
  return (
    <svg
      className={`em-mark em-${tone}${leading.has(name) ? ' em-mark-leads' : ''}`}
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
