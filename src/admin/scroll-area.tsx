import type { ReactNode } from 'react'

interface ScrollAreaProps {
  readonly label: string
  readonly children: ReactNode
}

/** Holds a table that may be wider than the screen. Can be reached and moved with the keyboard. */
export function ScrollArea({ label, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse.
    <section className="em-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
