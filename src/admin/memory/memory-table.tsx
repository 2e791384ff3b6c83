import { Fragment } from 'react'

import { directionOf, type Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { FoundPair } from '../../translation/memory/search-memory.ts'
import type { Texts } from '../client-texts.ts'
import { LanguageName } from '../language-name.tsx'
import { ScrollArea } from '../scroll-area.tsx'
import type { ViewContext } from '../view-context.ts'
import { ForgetButton } from './forget-button.tsx'

interface MemoryTableProps {
  readonly pairs: readonly FoundPair[]
  readonly canForget: boolean
  /** For the browser. */
  readonly texts: Texts
  readonly context: ViewContext
}

/** Source and translation side by side, each in its own letters and direction, and where they come from. */
export function MemoryTable({ pairs, canForget, texts, context }: MemoryTableProps) {
  const t = translator(context.language, 'translation')
  return (
    <ScrollArea label={t('memory.table')}>
      <table className="em-memory-table">
        <thead>
          <tr>
            <th scope="col">{t('memory.column.source')}</th>
            <th scope="col">{t('memory.column.target')}</th>
            <th scope="col">{t('memory.column.origin')}</th>
            {canForget && (
              <th scope="col">
                <span className="em-sr">{t('memory.column.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.id}>
              <Side locale={pair.sourceLocale} text={pair.sourceText} />
              <Side locale={pair.targetLocale} text={pair.targetText} />
              <td>
                {t(`memory.origin.${pair.origin}`)}
                {pair.provenance !== '' && (
                  <small>
                    <bdi>{pair.provenance}</bdi>
                  </small>
                )}
                <small>
                  <time dateTime={pair.at.toISOString()}>{context.shortMoment(pair.at)}</time>{' '}
                  {pair.authorName !== null && t('memory.by', { name: pair.authorName })}
                </small>
              </td>
              {canForget && (
                <td>
                  <ForgetButton
                    id={pair.id}
                    about={pair.sourceText}
                    texts={texts}
                    language={context.language}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

const Side = ({ locale, text }: { readonly locale: Locale; readonly text: string }) => (
  <td>
    <small>
      <LanguageName locale={locale} />
    </small>
    <p className="em-memory-text" lang={locale} dir={directionOf(locale)}>
      {piecesOf(text).map(({ at, words, mark }) => (
        <Fragment key={at}>
          {words}
          {mark !== '' && (
            <span className="em-tag" dir="ltr">
              {mark}
            </span>
          )}
        </Fragment>
      ))}
    </p>
  </td>
)

interface Piece {
  readonly at: number
  readonly words: string
  /** `1`, `/1` or `2/`. Empty: none behind the words. */
  readonly mark: string
}

/** The words between marks of formatting, each with the mark behind it; the brackets of marks are in no font of ours. */
const piecesOf = (coded: string): Piece[] =>
  [...coded.matchAll(/(.*?)(?:⟦(\/?\d+\/?)⟧|$)/gsu)].map((piece) => ({
    at: piece.index,
    words: piece[1] ?? '',
    mark: piece[2] ?? '',
  }))
