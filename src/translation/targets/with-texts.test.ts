import type { FlattenedField } from 'payload'
import { expect, test } from 'vitest'

import { withTexts } from './with-texts.ts'

const fields = [
  { name: 'title', type: 'text', localized: true },
  { name: 'file', type: 'upload', localized: true },
  { name: 'licence', type: 'relationship' },
  {
    name: 'location',
    type: 'group',
    flattenedFields: [
      { name: 'city', type: 'text', localized: true },
      { name: 'country', type: 'relationship' },
    ],
  },
  {
    name: 'sessions',
    type: 'array',
    flattenedFields: [
      { name: 'name', type: 'text', localized: true },
      { name: 'room', type: 'relationship' },
    ],
  },
] as unknown as readonly FlattenedField[]

const stored = {
  title: null,
  file: { id: 'f', url: '/f.pdf' },
  licence: { id: 'l', label: 'CC BY' },
  location: { city: null, country: { id: 'c', label: 'Ελλάδα' } },
  sessions: [{ id: 's', name: null, room: { id: 'r' } }],
}

test('words are replaced wherever they stand, and what was read of other rows stays', () => {
  const texts = {
    title: 'Μία πόρτα',
    file: 'f',
    location: { city: 'Αθήνα', country: 'c' },
    sessions: [{ id: 's', name: 'Έναρξη', room: 'r' }],
  }
  expect(withTexts(stored, texts, fields)).toEqual({
    title: 'Μία πόρτα',
    file: { id: 'f', url: '/f.pdf' },
    licence: { id: 'l', label: 'CC BY' },
    location: { city: 'Αθήνα', country: { id: 'c', label: 'Ελλάδα' } },
    sessions: [{ id: 's', name: 'Έναρξη', room: { id: 'r' } }],
  })
})

test('a word that is not translated is none, whatever stood there', () => {
  expect(withTexts({ ...stored, title: 'Παλιό' }, { title: null }, fields).title).toBeNull()
})
