import type { CollectionConfig } from 'payload'

import { editorsOnly } from '../src/access/editors.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toMany, toOne } from './fields/relation.ts'
import { term } from './fields/term.ts'
import { line } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

/** Which questions of the info line a partner answers. What is left empty does not matter. */
export const QuestionRoutes: CollectionConfig = {
  slug: 'question-routes',
  access: { read: editorsOnly, create: editorsOnly, update: editorsOnly, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.people'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'organisation', 'topics', 'countries', 'answersIn', 'paused'],
  },
  defaultSort: 'createdAt',
  graphQL: false,
  versions: false,
  fields: [
    line('name', { required: true, maxLength: 100 }),
    toOne('organisation', 'organisations', { required: true }),
    toMany('topics', 'topics'),
    term('countries', 'countries', { hasMany: true }),
    localeChoice('answersIn', { hasMany: true }),
    // Told of each question and reminded of it. Empty: the network's own address is.
    { name: 'contactEmail', type: 'email' },
    { name: 'paused', type: 'checkbox', defaultValue: false },
  ],
}
