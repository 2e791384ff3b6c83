'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { type Texts, textReader } from '../../client-texts.ts'
import { uploadList } from './import-api.ts'

interface UploadListProps {
  readonly texts: Texts
  readonly language: Locale
}

/** Takes a list in and leads to where it is gone through. */
export function UploadList({ texts, language }: UploadListProps) {
  const t = textReader(texts, language)
  const router = useRouter()
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isOver, setOver] = useState(false)

  const send = async (file: File | undefined): Promise<void> => {
    if (file === undefined || isBusy) return
    setBusy(true)
    setSaid(t('imports.uploading', { name: file.name }))
    const answer = await uploadList(file)
    setBusy(false)
    if (answer.isDone) router.push(`/admin/audience/imports/${answer.body.id}`)
    else setSaid(answer.message ?? t('officer.failed'))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }

  return (
    <>
      <label
        className={isOver ? 'em-exchange-drop em-exchange-drop-over' : 'em-exchange-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>{t('imports.drop')}</span>
        {/* The browser's own picker speaks the browser's language. */}
        <span className="em-button" aria-hidden="true">
          {t('imports.choose')}
        </span>
        <input
          className="em-sr"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          disabled={isBusy}
          onChange={({ target }) => {
            void send(target.files?.[0])
            // The same file, mended, can be chosen again.
            target.value = ''
          }}
        />
      </label>
      <p className="em-exchange-status" role="status">
        {said}
      </p>
    </>
  )
}
