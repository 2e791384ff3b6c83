'use client'

import Link from 'next/link'

import type { Finding } from '../../../newsletter/lint/lint-edition.ts'
import type { TextReader } from '../../client-texts.ts'
import { Mark, type MarkName, type Tone } from '../../marks.tsx'
import { languageMarks } from '../language-marks.ts'
import { FindingList } from './finding-list.tsx'
import { GateControls } from './gate-controls.tsx'
import type { Scheme } from './in-scheme.ts'
import { MailPaper, type Way } from './mail-paper.tsx'
import type { MissingText, Tile, TileState } from './tile.ts'
import type { Preview } from './use-previews.ts'

const marks: Readonly<Record<TileState, readonly [MarkName, Tone]>> = {
  ...languageMarks,
  sent: ['submitted', 'ok'],
}

interface LanguageTileProps {
  readonly issueId: string
  readonly tile: Tile
  readonly preview: Preview
  readonly way: Way
  readonly scheme: Scheme
  readonly t: TextReader
  readonly language: string
  readonly onAgain: () => void
}

/** One language: who reads it, how far it is, its letter, what is wrong with it and what happens meanwhile. */
export function LanguageTile(props: LanguageTileProps) {
  const { issueId, tile, preview, t, language } = props
  const { locale, direction, endonym, name, readers, state, stateText, missing, gate } = tile
  const [mark, tone] = marks[state]
  const edition = preview.kind === 'shown' ? preview.edition : null
  return (
    <article className="em-tile" aria-labelledby={`em-tile-${locale}`} aria-busy={preview.kind === 'waiting'}>
      <header>
        <div>
          <h3 id={`em-tile-${locale}`}>
            <a href={`?edition=${locale}`} lang={locale} dir={direction}>
              {endonym}
            </a>
          </h3>
          <small>{readers}</small>
        </div>
        <span className={`em-state em-state-${tone}`}>
          <Mark name={mark} tone={tone} size={12} />
          {stateText}
        </span>
      </header>
      <p className="em-tile-subject" lang={locale} dir={direction}>
        {state !== 'left-out' && edition?.subject}
      </p>
      <Paper {...props} />
      <MissingList missing={missing} />
      {preview.kind !== 'waiting' && state !== 'left-out' && (
        <FindingList
          findings={findingsOf(tile, preview)}
          checks={edition?.checks ?? 0}
          t={t}
          language={language}
        />
      )}
      {gate !== null && <GateControls issueId={issueId} locale={locale} name={name} gate={gate} t={t} />}
    </article>
  )
}

/** Everything that is wrong with a language's letter. Where it is left out nobody gets that letter. */
export const findingsOf = (
  { state }: Pick<Tile, 'state'>,
  preview: Preview | undefined,
): readonly Finding[] => {
  if (state === 'left-out') return []
  if (preview?.kind === 'shown') return preview.edition.findings
  return preview?.kind === 'refused' ? preview.findings : []
}

function Paper({ preview, tile, way, scheme, t, onAgain }: LanguageTileProps) {
  // A letter that nobody gets would only mislead.
  if (tile.state === 'left-out') return <p className="em-mini em-mini-none">{tile.emptyText}</p>
  switch (preview.kind) {
    case 'shown':
      return <MailPaper edition={preview.edition} {...{ tile, way, scheme, t }} />
    case 'waiting':
      return <p className="em-mini em-mini-none">{t('views.matrix.rendering')}</p>
    case 'none':
      return <p className="em-mini em-mini-none">{tile.emptyText}</p>
    case 'refused':
      return <p className="em-mini em-mini-none">{t('views.matrix.refused')}</p>
    case 'failed':
      return (
        <div className="em-mini em-mini-none">
          {!preview.isSignedOut && <p>{t('views.unreachable')}</p>}
          <button type="button" className="em-button" onClick={onAgain}>
            {t('views.matrix.again')}
          </button>
        </div>
      )
  }
}

function MissingList({ missing }: { readonly missing: readonly MissingText[] }) {
  if (missing.length === 0) return null
  return (
    <ul className="em-lint">
      {missing.map(({ text, href }) => (
        <li key={text}>
          <Mark name="outdated" tone="bad" size={13} />
          <span>
            {href === null ? (
              text
            ) : (
              <Link href={href} prefetch={false}>
                {text}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
