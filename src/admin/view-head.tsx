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
  /** Read out when it changes. */
  readonly live?: boolean
}

/** Head of a view: the situation as a heading, what follows from it, and what can be done. */
export function ViewHead({ over, title, lead, action, live = false }: ViewHeadProps) {
  return (
    <div className="em-head">
      <div aria-live={live ? 'polite' : undefined}>
        {over !== undefined && <p className="em-over">{over}</p>}
        <h2 className="em-title">{title}</h2>
        {lead !== undefined && <p className="em-lead">{lead}</p>}
      </div>
      {action !== undefined && <div className="em-action">{action}</div>}
    </div>
  )
}
