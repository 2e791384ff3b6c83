import type { Post } from '../../../channels/channel.ts'
import type { TextReader } from '../../client-texts.ts'

interface LengthMeterProps {
  readonly report: Post['report']
  /** As people write numbers. */
  readonly number: (value: number) => string
  readonly t: TextReader
}

/** How much of what the service takes is used, as it counts, and what had to give way. */
export function LengthMeter({ report, number, t }: LengthMeterProps) {
  const { unit, used, limit, bytes, shortened } = report
  const isOver = used > limit || (bytes !== undefined && bytes.used > bytes.limit)
  const over = Math.max(used - limit, bytes === undefined ? 0 : bytes.used - bytes.limit)
  return (
    <div className={isOver ? 'em-length em-length-over' : 'em-length'}>
      <p>
        <b>{t(`views.item.length.${unit}`, { used: number(used), limit: number(limit) })}</b>
        {bytes !== undefined && (
          <span>
            {t('views.item.length.bytes', { used: number(bytes.used), limit: number(bytes.limit) })}
          </span>
        )}
        <span className="em-length-fits">
          {isOver ? t('views.item.length.over', { number: number(over) }) : t('views.item.length.fits')}
        </span>
      </p>
      <div className="em-meter" aria-hidden="true">
        <i style={{ inlineSize: `${Math.min(100, limit === 0 ? 100 : (used / limit) * 100)}%` }} />
      </div>
      {shortened.length > 0 && (
        <p className="em-quiet">
          {shortened.map((part) => t(`views.item.length.shortened.${part}`)).join(' ')}
        </p>
      )}
    </div>
  )
}
