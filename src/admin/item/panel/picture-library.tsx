import { useEffect, useId, useState } from 'react'
import { getJson } from '../../ask-json.ts'
import type { TextReader } from '../../client-texts.ts'

interface PictureLibraryProps {
  readonly locale: string
  /** Id in `media`. Null: none yet. */
  readonly chosen: string | null
  readonly t: TextReader
  /** @param alt its words in the post's language. Empty: it has none there. */
  readonly onChoose: (id: string, alt: string) => void
}

interface Picture {
  readonly id: string
  readonly filename?: string | null
  readonly alt?: string | null
  readonly url?: string | null
  readonly sizes?: { readonly card?: { readonly url?: string | null } }
}

/** Most that are offered at once; a word finds the others. */
const OFFERED = 8
const PAUSE_MS = 250

/** Pictures of the library, the newest first, or those with a word in their name or description. */
export function PictureLibrary({ locale, chosen, t, onChoose }: PictureLibraryProps) {
  const id = useId()
  const [word, setWord] = useState('')
  const [pictures, setPictures] = useState<readonly Picture[] | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const found = await getJson<{ readonly docs: readonly Picture[] }>(
        `/api/media?${queryFor(word, locale)}`,
        stop.signal,
      )
      if (!stop.signal.aborted) setPictures(found?.docs ?? [])
    }, PAUSE_MS)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [word, locale])
  return (
    <div className="em-library">
      <label htmlFor={`${id}-word`}>
        {t('views.item.library')}
        <input
          id={`${id}-word`}
          className="em-input"
          type="search"
          value={word}
          onChange={({ target }) => setWord(target.value)}
        />
      </label>
      {pictures?.length === 0 && <p className="em-quiet">{t('views.item.library.none')}</p>}
      <div className="em-library-grid">
        {pictures?.map((picture) => (
          <label key={picture.id} title={picture.alt ?? ''}>
            <input
              type="radio"
              name={`${id}-one`}
              checked={picture.id === chosen}
              onChange={() => onChoose(picture.id, picture.alt ?? '')}
            />
            {/* biome-ignore lint/performance/noImgElement: the library has small copies of its own. */}
            <img src={picture.sizes?.card?.url ?? picture.url ?? ''} alt={nameOf(picture)} loading="lazy" />
          </label>
        ))}
      </div>
    </div>
  )
}

const nameOf = ({ alt, filename }: Picture): string => alt || filename || ''

function queryFor(word: string, locale: string): URLSearchParams {
  const query = new URLSearchParams({
    locale,
    depth: '0',
    limit: String(OFFERED),
    sort: '-createdAt',
    'where[and][0][mimeType][like]': 'image/',
  })
  if (word.trim() !== '') {
    query.set('where[and][1][or][0][filename][like]', word.trim())
    query.set('where[and][1][or][1][alt][like]', word.trim())
  }
  return query
}
