import type { CellDesk } from './cell-desk.ts'

/** Where a channel asks before it posts: asking for approval, and giving or refusing it. */
export function Approval({ desk }: { readonly desk: CellDesk }) {
  const { cell, rights, t, isBusy, ask } = desk
  const { approval } = cell.choice
  if (!cell.asksFirst && approval === null) return null
  const button = (decision: 'request' | 'approve' | 'reject', isFirst: boolean) => (
    <button
      type="button"
      className={isFirst ? 'em-button em-button-first' : 'em-button'}
      disabled={isBusy}
      onClick={() => void ask('approval', { decision })}
    >
      {t(`views.item.approval.${decision}`)}
    </button>
  )
  return (
    <div className="em-cell-approval">
      <p>{t(`views.item.approval.${approval ?? 'none'}`)}</p>
      <div className="em-actions">
        {rights.mayDecide && approval !== 'approved' && button('approve', true)}
        {rights.mayDecide && approval !== 'approved' && approval !== 'rejected' && button('reject', false)}
        {!rights.mayDecide && rights.mayPrepare && approval !== 'requested' && approval !== 'approved'
          ? button('request', true)
          : null}
      </div>
    </div>
  )
}
