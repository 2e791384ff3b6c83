import { type SubmitEvent, useId, useState } from 'react'

import type { CellDesk } from './cell-desk.ts'

/** Tells where a post stands that we did not make, or do not know of. */
export function AdoptForm({ desk: { t, isBusy, refused, ask } }: { readonly desk: CellDesk }) {
  const id = useId()
  const [url, setUrl] = useState('')
  const fault = refused?.field === 'url' ? refused.message : null
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void ask('decide', { decision: 'adopt', url: url.trim() })
  }
  return (
    <form className="em-cell-adopt" onSubmit={submit}>
      <label htmlFor={id}>
        {t('views.item.adopt')}
        <input
          id={id}
          className="em-input"
          type="url"
          required
          dir="ltr"
          value={url}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault`}
          onChange={({ target }) => setUrl(target.value)}
        />
      </label>
      <small id={`${id}-fault`} className="em-bad">
        {fault}
      </small>
      <button type="submit" className="em-button" disabled={isBusy}>
        {t('views.item.adopt.save')}
      </button>
    </form>
  )
}
