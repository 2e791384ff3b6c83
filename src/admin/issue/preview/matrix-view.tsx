import type { Payload } from 'payload'

import { databaseOf } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { issueReadiness } from '../../../dissemination/readiness/issue-readiness.ts'
import { editionsOf } from '../../../ledger/editions.ts'
import { issueCounts } from '../../../ledger/issue-report.ts'
import type { ViewContext } from '../../view-context.ts'
import { ViewHead } from '../../view-head.tsx'
import { inOrder } from '../in-order.ts'
import { issueName } from '../issue-name.ts'
import { GateStrip } from './gate-strip.tsx'
import { isOpen } from './is-open.ts'
import { Matrix } from './matrix.tsx'
import { matrixTexts } from './matrix-texts.ts'
import { editionLocalesOf } from './shown-edition.ts'
import { sentTiles, tilesOf } from './tiles-of.ts'

interface MatrixViewProps {
  readonly issue: IssueSource
  readonly payload: Payload
  readonly context: ViewContext
}

/** An issue in all its languages at once, before it is sent or as it was sent. */
export async function MatrixView({ issue, payload, context }: MatrixViewProps) {
  const { t, language } = context
  const over = issueName(issue, context)
  const isSent = !isOpen(issue)
  const languages = isSent ? [] : await issueReadiness(payload, issue)
  const tiles = isSent
    ? await tilesAsSent(issue, payload, context)
    : tilesOf(languages, issue.newsletter.policy, {
        editions: await editionLocalesOf(payload, issue),
        context,
      })
  if (tiles.length === 0 || issue.items.length === 0)
    return <ViewHead over={over} title={t('views.preview.none.title')} lead={t('views.preview.none.lead')} />
  return (
    <>
      <ViewHead
        over={over}
        title={t(isSent ? 'views.preview.sent.title' : 'views.preview.title', { count: tiles.length })}
        lead={t(isSent ? 'views.preview.sent.lead' : 'views.preview.lead')}
      />
      {!isSent && <GateStrip languages={languages} context={context} />}
      <Matrix
        issueId={issue.id}
        tiles={tiles}
        isSent={isSent}
        texts={matrixTexts(language)}
        language={language}
      />
    </>
  )
}

async function tilesAsSent(issue: IssueSource, payload: Payload, context: ViewContext) {
  const database = databaseOf(payload)
  const kept = [...(await editionsOf(issue.id, database))].sort(inOrder(issue.newsletter.locales))
  return sentTiles(
    kept.map(({ locale }) => locale),
    await issueCounts(issue.id, database),
    context,
  )
}
