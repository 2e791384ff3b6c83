import { useId } from 'react'

import type { CellDesk } from './cell-desk.ts'
import type { Draft } from './draft.ts'
import { PictureLibrary } from './picture-library.tsx'

interface PictureChoiceProps {
  readonly desk: CellDesk
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

const kinds = ['item', 'none', 'own'] as const

/** The item's picture, none, or another one with its own words. */
export function PictureChoice({ desk, draft, onChange }: PictureChoiceProps) {
  const id = useId()
  const { t, cell, refused } = desk
  const altFault = refused?.field === 'alt' ? refused.message : null
  const pictureFault = refused?.field === 'picture' || refused?.field === 'pictureId' ? refused.message : null
  return (
    <fieldset>
      <legend>{t('views.item.picture')}</legend>
      <div className="em-cell-kinds">
        {kinds.map((kind) => (
          <label key={kind} className="em-check">
            <input
              type="radio"
              name={`${id}-picture`}
              checked={draft.picture === kind}
              onChange={() => onChange({ ...draft, picture: kind })}
            />
            {t(`views.item.picture.${kind}`)}
          </label>
        ))}
      </div>
      {pictureFault !== null && <small className="em-bad">{pictureFault}</small>}
      {draft.picture === 'own' && (
        <>
          <PictureLibrary
            locale={cell.locale}
            chosen={draft.pictureId}
            t={t}
            onChoose={(pictureId, alt) => onChange({ ...draft, pictureId, alt })}
          />
          <label htmlFor={`${id}-alt`}>
            {t('views.item.alt')}
            <input
              id={`${id}-alt`}
              className="em-input"
              lang={cell.locale}
              dir={cell.direction}
              value={draft.alt}
              aria-invalid={altFault !== null}
              aria-describedby={`${id}-alt-help`}
              onChange={({ target }) => onChange({ ...draft, alt: target.value })}
            />
            <small id={`${id}-alt-help`} className={altFault === null ? undefined : 'em-bad'}>
              {altFault ?? t('views.item.alt.help', { language: cell.language })}
            </small>
          </label>
        </>
      )}
    </fieldset>
  )
}
