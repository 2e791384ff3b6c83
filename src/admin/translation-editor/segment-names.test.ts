import type { I18n } from '@payloadcms/translations'
import type { Field } from 'payload'
import { expect, test } from 'vitest'

import { messages } from '../../i18n/translator.ts'
import { textReader } from '../client-texts.ts'
import { fieldLabels } from './field-labels.ts'
import { segmentNames } from './segment-names.ts'

const fields = [
  {
    type: 'tabs',
    tabs: [
      {
        label: { en: 'Description', el: 'Περιγραφή' },
        fields: [
          { name: 'title', type: 'text', label: ({ i18n }: { i18n: I18n }) => `Title (${i18n.language})` },
          { type: 'row', fields: [{ name: 'steps', type: 'richText', label: { en: 'How it works' } }] },
        ],
      },
      {
        label: 'Evidence',
        fields: [
          {
            name: 'results',
            type: 'array',
            label: 'Results',
            fields: [
              {
                name: 'indicator',
                type: 'text',
                label: 'Measured',
                admin: { description: 'What was counted.' },
              },
            ],
          },
        ],
      },
    ],
  },
  { name: 'note', type: 'textarea' },
] as unknown as readonly Field[]

const i18n = { language: 'en', fallbackLanguage: 'en' } as I18n
const labels = fieldLabels(fields, i18n)

test('a field is called as in its form, and stands under its tab', () => {
  expect(labels).toEqual({
    title: { names: ['Title (en)'], tab: 'Description', help: null },
    steps: { names: ['How it works'], tab: 'Description', help: null },
    'results.indicator': { names: ['Results', 'Measured'], tab: 'Evidence', help: 'What was counted.' },
    note: { names: ['note'], tab: null, help: null },
  })
})

test('segments are numbered where their field has several', () => {
  const segments = [
    { key: 'title', field: 'title' },
    { key: 'steps#a', field: 'steps' },
    { key: 'steps#b', field: 'steps' },
    { key: 'results.x.indicator', field: 'results.indicator' },
  ]
  const names = segmentNames(segments, labels, textReader(messages('en', 'translation'), 'en'))
  expect([...names.values()]).toEqual([
    'Title (en)',
    'How it works, 1',
    'How it works, 2',
    'Results: Measured',
  ])
})
