import type { InspectedEdition } from '../../../dissemination/inspect-edition.ts'
import type { TextReader } from '../../client-texts.ts'
import { inScheme, type Scheme } from './in-scheme.ts'
import type { Tile } from './tile.ts'

export const ways = ['phone', 'wide', 'text'] as const
export type Way = (typeof ways)[number]

interface MailPaperProps {
  readonly edition: InspectedEdition
  readonly tile: Tile
  readonly way: Way
  readonly scheme: Scheme
  readonly t: TextReader
}

/** The beginning of a letter, small. Who wants to read it opens it large, so that nothing in it takes the focus here. */
export function MailPaper({ edition, tile: { locale, direction, name }, way, scheme, t }: MailPaperProps) {
  if (way === 'text')
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keyboard.
      <pre className="em-mini em-mini-text" lang={locale} dir={direction} tabIndex={0}>
        {edition.text}
      </pre>
    )
  return (
    <div className={`em-mini em-mini-${way}`} data-scheme={scheme} inert>
      <iframe
        key={`${way} ${scheme}`}
        title={t('views.preview.frame', { language: name })}
        srcDoc={inScheme(edition.html, scheme)}
        sandbox=""
      />
    </div>
  )
}
