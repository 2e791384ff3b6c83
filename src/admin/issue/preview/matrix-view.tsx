import type { Payload } from 'payload'

import type { IssueSource } from '../../../dissemination/issue-source.ts'
import type { ViewContext } from '../../view-context.ts'
import { ViewHead } from '../../view-head.tsx'
import { inOrder } from '../in-order.ts'
import { issueName } from '../issue-name.ts'
import { GateStrip } from './gate-strip.tsx'
import { Matrix } from './matrix.tsx'
import { matrixTexts } from './matrix-texts.ts'
import type { Tile } from './tile.ts'
import { tilesNow } from './tiles-now.ts'

interface MatrixViewProps {
  readonly issue: IssueSource
  readonly payload: Payload
  readonly context: ViewContext
}

/** An issue in all its languages at once, before it is sent or as it was sent; what is on hold as it would be sent. */
export async function MatrixView({ issue, payload, context }: MatrixViewProps) {
  const { t, language } = context
  const over = issueName(issue, context)
  const { sent, open, languages } = await tilesNow(issue, payload, context)
  const tiles: Tile[] = [...sent, ...open].sort(inOrder(issue.newsletter.locales))
  if (tiles.length === 0 || issue.items.length === 0)
    return <ViewHead over={over} title={t('views.preview.none.title')} lead={t('views.preview.none.lead')} />
  const isSent = sent.length > 0
  return (
    <>
      <ViewHead
        over={over}
        title={t(isSent ? 'views.preview.sent.title' : 'views.preview.title', {
          count: isSent ? sent.length : tiles.length,
        })}
        lead={t(isSent ? 'views.preview.sent.lead' : 'views.preview.lead')}
      />
      {open.length > 0 && <GateStrip languages={languages} context={context} />}
      <Matrix issueId={issue.id} tiles={tiles} texts={matrixTexts(language)} language={language} />
    </>
  )
}
