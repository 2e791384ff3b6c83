import type { ReactNode } from 'react'

interface ViewHeadProps {
  /** Small line above: what this is about. */
  readonly over?: ReactNode
  /** Says the situation. */
  readonly title: string
  /** What follows from it. */
  readonly lead?: ReactNode
  /** The one action of the view. */
  readonly action?: ReactNode
  /** 1 where the page has no other heading above. @default 2 */
  readonly level?: 1 | 2
  /** Read out when it changes. */
  readonly live?: boolean
}

/** Head of a view: the situation as a heading, what follows from it, and what can be done. */
export function ViewHead({ over, title, lead, action, level = 2, live = false }: ViewHeadProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="em-head">
      <div aria-live={live ? 'polite' : undefined}>
        {over !== undefined && <p className="em-over">{over}</p>}
        <Heading className="em-title">{title}</Heading>
        {lead !== undefined && <p className="em-lead">{lead}</p>}
      </div>
      {action !== undefined && <div className="em-action">{action}</div>}
    </div>
  )
}
