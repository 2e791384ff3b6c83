import type { CollectionConfig } from 'payload'

import { editorsOnly } from '../src/access/editors.ts'
import { openFiles } from '../src/access/open-files.ts'
import { filesByEditors } from '../src/access/replace-file.ts'
import { createContent, updateTexts } from '../src/access/write-content.ts'
import { keepPictureOfEdition, keepSentPicture } from '../src/dissemination/sent-issues/keep-sent-pictures.ts'
import { env } from '../src/env.ts'
import { adminText } from '../src/i18n/admin-text.ts'
import { term } from './fields/term.ts'
import { line, localisedLine } from './fields/text.ts'
import { inEveryLanguage, type ValidationAsk } from './labels.ts'

/** No SVG, HTML or XML: a browser would run the scripts in them. */
const mimeTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'application/pdf',
  'application/epub+zip',
  'text/csv',
  'audio/mpeg',
]

const jpeg = { format: 'jpeg', options: { quality: 80, mozjpeg: true } } as const

/** Pictures and documents. A picture says in each language what it shows. */
export const Media: CollectionConfig = {
  slug: 'media',
  access: { read: openFiles, create: createContent, update: updateTexts, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.content'),
    defaultColumns: ['filename', 'alt', 'credit', 'licence', 'updatedAt'],
    listSearchableFields: ['filename', 'alt', 'credit'],
  },
  defaultPopulate: {
    alt: true,
    // The address is made from the name.
    filename: true,
    url: true,
    width: true,
    height: true,
    mimeType: true,
    sizes: true,
    credit: true,
  },
  versions: false,
  hooks: { beforeOperation: [filesByEditors, keepSentPicture], beforeDelete: [keepPictureOfEdition] },
  upload: {
    staticDir: env.MEDIA_DIR,
    mimeTypes,
    pasteURL: false,
    focalPoint: true,
    displayPreview: true,
    imageSizes: [
      { name: 'card', width: 640, height: 400, position: 'centre', formatOptions: jpeg },
      // Twice the 560 px that a picture is wide in a mail.
      { name: 'mail', width: 1120, withoutEnlargement: true, formatOptions: jpeg },
      // What link previews of social networks ask for.
      { name: 'social', width: 1200, height: 630, position: 'centre', formatOptions: jpeg },
    ],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      return headers
    },
  },
  fields: [
    localisedLine('alt', {
      maxLength: 300,
      validate: (value: unknown, { data, req }: ValidationAsk) => {
        const isPicture = String(data.mimeType ?? 'image/').startsWith('image/')
        return (
          !isPicture || (typeof value === 'string' && value.trim() !== '') || adminText(req, 'invalid.alt')
        )
      },
    }),
    localisedLine('caption', { maxLength: 300 }),
    { type: 'row', fields: [line('credit', { maxLength: 200 }), term('licence', 'licences')] },
    line('rightsNote', { maxLength: 500 }),
    { name: 'sample', type: 'checkbox', defaultValue: false, admin: { position: 'sidebar' } },
  ],
}
