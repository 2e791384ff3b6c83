import type { PostFault } from '../../../channels/channel.ts'
import { PostDrawing } from '../drawing/post-drawing.tsx'
import type { CellDesk } from './cell-desk.ts'
import { LengthMeter } from './length-meter.tsx'
import type { PreviewState } from './use-preview.ts'

interface PreviewSideProps {
  readonly desk: CellDesk
  readonly found: PreviewState
}

/** The post as readers would see it, how long it is, and what stands against it. */
export function PreviewSide({ desk, found }: PreviewSideProps) {
  const { channel, t, number } = desk
  return (
    <section className="em-cell-preview" aria-label={t('views.item.preview')}>
      <h3>{t('views.item.preview')}</h3>
      {found.state === 'ready' ? (
        <div aria-busy={found.isOutdated}>
          <PostDrawing
            post={found.preview.post}
            kind={channel.look.kind}
            account={{ name: channel.name, place: channel.place, avatar: channel.look.avatar }}
            t={t}
          />
          <LengthMeter report={found.preview.post.report} number={number} t={t} />
          <Faults faults={found.preview.faults} desk={desk} />
        </div>
      ) : (
        <p className={found.state === 'refused' ? 'em-note em-note-bad' : 'em-quiet'} role="status">
          {found.state === 'refused' ? found.remedy : t(`views.item.preview.${found.state}`)}
        </p>
      )}
      <ul className="em-cell-can">
        {channel.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

interface FaultsProps {
  readonly faults: readonly PostFault[]
  readonly desk: CellDesk
}

/** Why it cannot be submitted as it is, each with what mends it. */
const Faults = ({ faults, desk: { t, item } }: FaultsProps) => (
  <div role="status">
    {faults.length > 0 && (
      <ul className="em-note em-note-bad">
        {faults.map((fault) => (
          <li key={fault}>
            {t(`views.item.fault.${fault}`)}{' '}
            {fault !== 'too-long' && (
              <a href={`/admin/collections/${item.collection}/${item.id}`}>{t('views.item.fault.open')}</a>
            )}
          </li>
        ))}
      </ul>
    )}
  </div>
)
