import { type Database, sql } from '../../database/database.ts'
import type { Engine, Piece } from '../engines/engine.ts'
import { fromMarkup, type PieceFault, toMarkup } from '../engines/markup.ts'
import { type KeptWord, translatableWords } from '../engines/protected-parts.ts'
import type { HeldRequest } from './held-request.ts'
import { charactersOf, isOpenToEngines, targetsOf } from './open-segments.ts'
import { PIECE_REFUSED } from './request-state.ts'

/** A segment as it is sent to an engine. */
export interface OpenPiece {
  readonly key: string
  readonly hash: string
  /** Coded text. */
  readonly text: string
  /** Without marks. */
  readonly characters: number
}

/** What of a glossary concerns one pair of languages. */
export interface PairGlossary {
  readonly keep: readonly KeptWord[]
  /** Terms of the glossary that a translation does not follow. Empty: it follows all. */
  breaches(source: string, target: string): readonly string[]
}

/** What is still to be translated of a request, in the order of the item: neither done nor refused since it was asked for. */
export async function openPieces(
  { id, collection, itemId, locale, sourceRevision }: HeldRequest,
  database: Database,
): Promise<OpenPiece[]> {
  const { rows } = await database.execute<{
    key: string
    hash: string
    text: string
    characters: number
  }>(sql`
    select s.key, s.hash, s.text, ${charactersOf} as characters
    from translation_segments s ${targetsOf(sql`${locale}`)}
    where s.collection = ${collection} and s.item_id = ${itemId} and s.revision <= ${sourceRevision} and ${isOpenToEngines}
      and not exists (
        select from translation_request_log l
        where l.request_id = ${id} and l.reason like ${`${PIECE_REFUSED}|%`}
          and substring(l.reason from '^[^|]*[|][^|]*[|](.*)$') = s.key
          and l.id > (select max(a.id) from translation_request_log a where a.request_id = ${id} and a.state = 'requested')
      )
    order by s.position
  `)
  return rows.map(({ key, hash, text, characters }) => ({ key, hash, text, characters }))
}

export interface Chunk {
  readonly pieces: readonly OpenPiece[]
  readonly characters: number
  /** More by itself than the engine takes at once. */
  readonly tooLarge: readonly OpenPiece[]
  /** Nothing in them is to be translated: numbers, addresses, names that stay. */
  readonly wordless: readonly OpenPiece[]
}

/** The next pieces for one request to an engine. Pure. */
export function nextChunk(
  open: readonly OpenPiece[],
  limits: Engine['limits'],
  keep: readonly KeptWord[],
): Chunk {
  const lengthOf = ({ text }: OpenPiece): number => toMarkup(text, keep).markup.length
  const wordless = open.filter(({ text }) => translatableWords(text, keep) === 0)
  const worded = open.filter((piece) => !wordless.includes(piece))
  const tooLarge = worded.filter((piece) => lengthOf(piece) > limits.characters)
  const pieces: OpenPiece[] = []
  let length = 0
  for (const piece of worded.filter((each) => !tooLarge.includes(each)).slice(0, limits.pieces)) {
    length += lengthOf(piece)
    if (length > limits.characters) break
    pieces.push(piece)
  }
  return {
    pieces,
    tooLarge,
    wordless,
    characters: pieces.reduce((sum, { characters }) => sum + characters, 0),
  }
}

/** What an engine is given: the name says which piece it is and which text it was. */
export const pieceFor = ({ key, hash, text }: OpenPiece, keep: readonly KeptWord[]): Piece => ({
  id: idOf({ key, hash }),
  markup: toMarkup(text, keep).markup,
})

export const idOf = ({ key, hash }: Pick<OpenPiece, 'key' | 'hash'>): string =>
  `${Buffer.from(key).toString('base64url')}.${hash}`

export interface Translated {
  readonly key: string
  readonly hash: string
  readonly text: string
}

export interface Refused {
  readonly key: string
  readonly fault: PieceFault
}

/** From so many words on, a translation that says what the source says is none: shorter ones may well be the same. */
const WORDS_THAT_DIFFER = 4

/** Takes or refuses each piece by itself. Pure. */
export function judge(
  sent: readonly OpenPiece[],
  answered: readonly Piece[],
  glossary: PairGlossary,
): { readonly translated: readonly Translated[]; readonly refused: readonly Refused[] } {
  const answers = new Map(answered.map(({ id, markup }) => [id, markup]))
  const translated: Translated[] = []
  const refused: Refused[] = []
  for (const piece of sent) {
    const text = textOf(piece, answers.get(idOf(piece)), glossary)
    if (typeof text === 'string') translated.push({ key: piece.key, hash: piece.hash, text })
    else refused.push({ key: piece.key, fault: text.fault })
  }
  return { translated, refused }
}

function textOf(
  { text: source }: OpenPiece,
  markup: string | undefined,
  { keep, breaches }: PairGlossary,
): string | { readonly fault: PieceFault } {
  if (markup === undefined) return { fault: 'missing' }
  const restored = fromMarkup(markup, source, keep)
  if ('fault' in restored) return restored
  const { text } = restored
  if (text.replace(/⟦\/?\d+\/?⟧/gu, '').trim() === '') return { fault: 'empty' }
  if (text === source && translatableWords(source, keep) >= WORDS_THAT_DIFFER) return { fault: 'unchanged' }
  return breaches(source, text).length > 0 ? { fault: 'glossary' } : text
}
