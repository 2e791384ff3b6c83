import type { CellDesk } from './cell-desk.ts'

/** What stands there, why, since when, and what the other side said. */
export function CellStory({ desk: { cell, channel, t } }: { readonly desk: CellDesk }) {
  return (
    <div className="em-cell-story">
      {channel.paused !== null && (
        <p className="em-note em-note-warn">{t('views.item.panel.paused', { why: channel.paused })}</p>
      )}
      {cell.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {cell.said !== null && (
        <p className="em-quiet">
          {t('views.item.panel.said')} <q dir="auto">{cell.said}</q>
        </p>
      )}
      {cell.link !== null && (
        <p>
          <a href={cell.link} target="_blank" rel="noreferrer">
            {t('views.item.seePost')}
          </a>
        </p>
      )}
      {cell.earlier.length > 0 && (
        <>
          <p>{t('views.item.panel.earlier')}</p>
          <ul>
            {cell.earlier.map((url) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer" dir="ltr">
                  {url}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
