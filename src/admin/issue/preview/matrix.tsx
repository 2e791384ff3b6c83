'use client'

import { useState } from 'react'

import { type TextReader, type Texts, textReader } from '../../client-texts.ts'
import type { Scheme } from './in-scheme.ts'
import { findingsOf, LanguageTile } from './language-tile.tsx'
import { type Way, ways } from './mail-paper.tsx'
import { Segments } from './segments.tsx'
import type { Tile } from './tile.ts'
import { type Preview, usePreviews } from './use-previews.ts'

const schemes = ['light', 'dark'] as const

interface MatrixProps {
  readonly issueId: string
  readonly tiles: readonly Tile[]
  readonly texts: Texts
  /** Of the interface. */
  readonly language: string
}

/** All languages of an issue on one screen, each with its letter and what somebody should look at. */
export function Matrix({ issueId, tiles, texts, language }: MatrixProps) {
  const t = textReader(texts, language)
  const [way, setWay] = useState<Way>('phone')
  const [scheme, setScheme] = useState<Scheme>('light')
  const [shows, setShows] = useState<'all' | 'findings'>('all')
  // The others stand as they were sent: nothing about them can change.
  const open = tiles.filter(({ state }) => state !== 'sent')
  const { previews, again } = usePreviews(
    issueId,
    tiles.map(({ locale }) => locale),
    open.map(({ locale }) => locale),
  )
  const previewOf = ({ locale }: Tile): Preview => previews[locale] ?? { kind: 'waiting' }
  const withFindings = tiles.filter(
    (tile) => tile.missing.length > 0 || findingsOf(tile, previewOf(tile)).length > 0,
  )
  return (
    <>
      <div className="em-matrix-bar">
        <Segments
          label={t('views.preview.ways')}
          value={way}
          options={ways.map((each) => [each, t(`views.preview.${each}`)])}
          onChoose={setWay}
        />
        <Segments
          label={t('views.matrix.scheme')}
          value={scheme}
          options={schemes.map((each) => [each, t(`views.matrix.${each}`)])}
          onChoose={setScheme}
        />
        {open.length > 0 && (
          <Segments
            label={t('views.matrix.show')}
            value={shows}
            options={[
              ['all', t('views.matrix.all', { number: tiles.length })],
              ['findings', t('views.matrix.withFindings', { number: withFindings.length })],
            ]}
            onChoose={setShows}
          />
        )}
        <Progress previews={tiles.filter(({ state }) => state !== 'left-out').map(previewOf)} t={t} />
      </div>
      <div className="em-tiles">
        {(shows === 'all' ? tiles : withFindings).map((tile) => (
          <LanguageTile
            key={tile.locale}
            {...{ issueId, tile, way, scheme, t, language }}
            preview={previewOf(tile)}
            onAgain={() => again(tile.locale)}
          />
        ))}
      </div>
    </>
  )
}

/** How many letters are there, then the size of the largest, in the KB after which mail programs cut. */
function Progress({ previews, t }: { readonly previews: readonly Preview[]; readonly t: TextReader }) {
  const done = previews.filter(({ kind }) => kind !== 'waiting').length
  const largest = Math.max(
    0,
    ...previews.map((preview) => (preview.kind === 'shown' ? preview.edition.bytes : 0)),
  )
  return (
    <p role="status" className="em-quiet">
      {done < previews.length
        ? t('views.matrix.progress', { done, all: previews.length })
        : t('views.matrix.largest', { size: Math.ceil(largest / 1024) })}
    </p>
  )
}
