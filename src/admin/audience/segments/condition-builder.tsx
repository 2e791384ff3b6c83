'use client'

import { useField } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import type { SegmentCondition } from '../../../audience/segments/segment-condition.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { type Texts, textReader } from '../../client-texts.ts'
import { type Building, focusName } from './building.ts'
import { CountPanel } from './count-panel.tsx'
import {
  changed,
  conditionOf,
  type DraftGroup,
  draftOf,
  isGroup,
  newGroup,
  newRow,
  placeOf,
} from './draft.ts'
import { GroupFields } from './group-fields.tsx'
import type { Offers } from './offers.ts'
import { useCount } from './use-count.ts'

interface ConditionBuilderProps {
  readonly path: string
  readonly isReadOnly: boolean
  readonly offers: Offers
  readonly texts: Texts
  readonly language: Locale
}

const newKey = (): string => crypto.randomUUID()

const written = (draft: DraftGroup): string => JSON.stringify(conditionOf(draft))

/** Builds a condition and tells at once how many people it chooses. */
export function ConditionBuilder({ path, isReadOnly, offers, texts, language }: ConditionBuilderProps) {
  const t = textReader(texts, language)
  const { value, setValue, showError, errorMessage } = useField<SegmentCondition | null>({ path })
  const [draft, setDraft] = useState(() => draftOf(value, newKey))
  const [focus, setFocus] = useState<string | null>(null)
  const builder = useRef<HTMLDivElement>(null)
  const counting = useCount(written(draft))

  // What came from elsewhere, as when the form is reset; what is built here comes back as it is.
  const incoming = written(draftOf(value, newKey))
  const own = useRef(incoming)
  useEffect(() => {
    if (incoming === own.current) return
    own.current = incoming
    setDraft(draftOf(JSON.parse(incoming), newKey))
  }, [incoming])

  useEffect(() => {
    if (focus === null) return
    builder.current?.querySelector<HTMLElement>(`[name="${focusName(focus)}"]`)?.focus()
    setFocus(null)
  }, [focus])

  const put = (next: DraftGroup): void => {
    setDraft(next)
    own.current = written(next)
    setValue(conditionOf(next))
  }
  const building: Building = {
    t,
    offers,
    isReadOnly,
    refused: showError ? { number: counting.fault?.number ?? '', message: errorMessage ?? '' } : null,
    change: (next) => put(changed(draft, next.key, () => next)),
    remove: (key) => {
      const place = placeOf(draft, key)
      put(changed(draft, key, () => null))
      if (place !== null) setFocus((place.group.of[place.at - 1] ?? place.group).key)
    },
    add: (group, what) => {
      const row = newRow(newKey)
      const added = what === 'group' ? newGroup(newKey, [row]) : row
      put(changed(draft, group, (into) => (isGroup(into) ? { ...into, of: [...into.of, added] } : into)))
      setFocus(added.key)
    },
  }
  return (
    <div className="em-condition" ref={builder}>
      <div className="em-condition-tree">
        <GroupFields group={draft} number="" depth={1} building={building} />
        {showError && (
          <p className="em-note em-note-bad" role="alert">
            {errorMessage}
          </p>
        )}
      </div>
      <CountPanel counting={counting} t={t} language={language} />
    </div>
  )
}
