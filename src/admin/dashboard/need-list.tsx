import Link from 'next/link'

import { Mark } from '../marks.tsx'
import type { ViewContext } from '../view-context.ts'
import type { Need } from './need.ts'

interface NeedListProps {
  readonly needs: readonly Need[]
  readonly context: ViewContext
}

/** What waits, each with one thing to do. */
export function NeedList({ needs, context: { t, moment } }: NeedListProps) {
  return (
    <section aria-labelledby="em-needs">
      <h3 id="em-needs" className="em-rule em-quiet">
        {t('views.dashboard.waiting')}
      </h3>
      {needs.length === 0 && <p className="em-empty">{t('views.dashboard.waiting.none')}</p>}
      <ul className="em-needs">
        {needs.map(({ key, mark, tone, title, consequence, since, href, verb, isUrgent }) => (
          <li key={key}>
            <Mark name={mark} tone={tone} size={18} />
            <div>
              <h4 id={`em-${key}`}>{title}</h4>
              <p>{consequence}</p>
            </div>
            <span className="em-needs-since">
              {since !== null && <time dateTime={since.toISOString()}>{moment(since)}</time>}
            </span>
            <Link
              href={href}
              prefetch={false}
              className={isUrgent ? 'em-button em-button-first' : 'em-button'}
              aria-describedby={`em-${key}`}
            >
              {verb}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
