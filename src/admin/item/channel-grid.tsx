'use client'

import { useState } from 'react'

import type { ItemReference } from '../../content/published-item.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { Mark } from '../marks.tsx'
import { ScrollArea } from '../scroll-area.tsx'
import type { CellView } from './cell-view.ts'
import type { ChannelView } from './channel-view.ts'
import type { CellRights } from './panel/cell-desk.ts'
import { CellPanel } from './panel/cell-panel.tsx'

interface ChannelGridProps {
  readonly item: ItemReference
  readonly channels: readonly ChannelView[]
  readonly cells: readonly CellView[]
  readonly rights: CellRights
  readonly texts: Texts
  /** Of the interface. */
  readonly language: string
}

/** Channels by languages. Each cell says how it stands and opens. */
export function ChannelGrid({ item, channels, cells, rights, texts, language }: ChannelGridProps) {
  const t = textReader(texts, language)
  const [opened, setOpened] = useState<string | null>(null)
  const columns = [...new Map(cells.map((cell) => [cell.locale, cell])).values()]
  const cell = cells.find(({ key }) => key === opened)
  const channel = channels.find(({ id }) => id === cell?.channelId)
  return (
    <section className="em-section" aria-labelledby="em-channels">
      <h3 id="em-channels">{t('views.item.channels')}</h3>
      <ScrollArea label={t('views.item.channels')}>
        <table className="em-matrix">
          <thead>
            <tr>
              <th scope="col">{t('views.item.channel')}</th>
              {columns.map(({ locale, endonym, direction }) => (
                <th key={locale} scope="col">
                  <bdi lang={locale} dir={direction}>
                    {endonym}
                  </bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {channels.map(({ id, name, service }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{name}</bdi>
                  <small>{service}</small>
                </th>
                {columns.map(({ locale }) => (
                  <td key={locale}>
                    <GridCell
                      cell={cells.find((each) => each.channelId === id && each.locale === locale)}
                      channelName={name}
                      notHere={t('views.item.notHere')}
                      seePost={t('views.item.seePost')}
                      onOpen={setOpened}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {cell !== undefined && channel !== undefined && (
        <CellPanel
          key={cell.key}
          item={item}
          channel={channel}
          cell={cell}
          rights={rights}
          texts={texts}
          language={language}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  )
}

interface GridCellProps {
  /** Undefined: the channel does not speak this language. */
  readonly cell: CellView | undefined
  readonly channelName: string
  readonly notHere: string
  readonly seePost: string
  readonly onOpen: (key: string) => void
}

function GridCell({ cell, channelName, notHere, seePost, onOpen }: GridCellProps) {
  if (cell === undefined)
    return (
      <span className="em-none">
        <span aria-hidden="true">–</span>
        <span className="em-sr">{notHere}</span>
      </span>
    )
  const { key, language, standing, notes, link } = cell
  return (
    <>
      <button
        type="button"
        className="em-delivery"
        aria-haspopup="dialog"
        data-cell={key}
        onClick={() => onOpen(key)}
      >
        <Mark name={standing.mark} tone={standing.tone} />
        <span>
          <span className="em-sr">{`${channelName}, ${language}: `}</span>
          <b>{standing.word}</b>
          {notes.map((note) => (
            <small key={note}>{note}</small>
          ))}
        </span>
        <Mark name="opens" tone="quiet" size={12} />
      </button>
      {link !== null && (
        <a className="em-delivery-link" href={link} target="_blank" rel="noreferrer">
          {seePost}
        </a>
      )}
    </>
  )
}
