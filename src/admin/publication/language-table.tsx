'use client'

import Link from 'next/link'
import { useState } from 'react'

import type { Direction } from '../../i18n/locales.ts'
import { Mark, type MarkName, type Tone } from '../marks.tsx'
import { ScrollArea } from '../scroll-area.tsx'
import { PublicationActions } from './publication-actions.tsx'
import type { PublicationTexts } from './publication-texts.ts'
import type { LanguageStanding } from './read-languages.ts'

/** A language as it is shown, in the words of the interface's language. */
export interface LanguageRow {
  readonly locale: string
  readonly name: string
  readonly direction: Direction
  readonly note: string | null
  /** Of the translation editor. Null: the item is written in this language. */
  readonly editorPath: string | null
  readonly state: LanguageStanding['state']
  readonly stateText: string
  readonly planned: readonly string[]
  readonly since: string
  readonly readersGet: string
  readonly missing: string
}

interface LanguageTableProps {
  /** Of the item, below `/api/publication`. */
  readonly address: string
  readonly rows: readonly LanguageRow[]
  readonly texts: PublicationTexts
  readonly mayPublish: boolean
}

const marks = {
  public: ['submitted', 'ok'],
  changed: ['submitting', 'info'],
  withdrawn: ['skipped', 'quiet'],
  draft: ['planned', 'quiet'],
  missing: ['outdated', 'quiet'],
} as const satisfies Record<LanguageStanding['state'], readonly [MarkName, Tone]>

/** The languages of an item, and what an editor does with those that they choose. */
export function LanguageTable({ address, rows, texts, mayPublish }: LanguageTableProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (locale: string): void => {
    const next = new Set(chosen)
    if (!next.delete(locale)) next.add(locale)
    setChosen(next)
  }
  const isAll = chosen.size === rows.length
  const toggleAll = (): void => setChosen(new Set(isAll ? [] : rows.map(({ locale }) => locale)))
  return (
    <section className="em-section" aria-labelledby="em-languages">
      <h3 id="em-languages" className="em-sr">
        {texts.language}
      </h3>
      {mayPublish && (
        <PublicationActions
          address={address}
          locales={rows.map(({ locale }) => locale).filter((locale) => chosen.has(locale))}
          texts={texts}
          onDone={() => setChosen(new Set())}
        />
      )}
      <ScrollArea label={texts.language}>
        <table className="em-matrix em-languages">
          <thead>
            <tr>
              {mayPublish && (
                <th scope="col" className="em-choose">
                  <input type="checkbox" aria-label={texts.all} checked={isAll} onChange={toggleAll} />
                </th>
              )}
              <th scope="col">{texts.language}</th>
              <th scope="col">{texts.state}</th>
              <th scope="col">{texts.since}</th>
              <th scope="col">{texts.readersGet}</th>
              <th scope="col">{texts.missing}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.locale}>
                {mayPublish && (
                  <td className="em-choose">
                    <input
                      type="checkbox"
                      aria-label={row.name}
                      lang={row.locale}
                      checked={chosen.has(row.locale)}
                      onChange={() => toggle(row.locale)}
                    />
                  </td>
                )}
                <th scope="row">
                  <LanguageLink row={row} />
                  {row.note !== null && <small>{row.note}</small>}
                </th>
                <td>
                  <div className="em-delivery">
                    <Mark name={marks[row.state][0]} tone={marks[row.state][1]} />
                    <div>
                      <b>{row.stateText}</b>
                      {row.planned.map((planned) => (
                        <small key={planned}>{planned}</small>
                      ))}
                    </div>
                  </div>
                </td>
                <td>{row.since}</td>
                <td>{row.readersGet}</td>
                <td>{row.missing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

/** A language by its own name, which leads to its translation. */
function LanguageLink({ row: { locale, direction, name, editorPath } }: { readonly row: LanguageRow }) {
  const own = (
    <bdi lang={locale} dir={direction}>
      {name}
    </bdi>
  )
  if (editorPath === null) return own
  return (
    <Link href={editorPath} prefetch={false}>
      {own}
    </Link>
  )
}
