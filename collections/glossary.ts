import type { CollectionConfig, FieldHook, PayloadRequest, TextFieldSingleValidation } from 'payload'
import { text as validateText } from 'payload/shared'

import { editorsOnly } from '../src/access/editors.ts'
import { isStaff } from '../src/access/staff.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { adminText } from '../src/i18n/admin-text.ts'
import { sourceLocale } from '../src/i18n/locales.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { line, localisedLine, localisedProse } from './fields/text.ts'

/** A term that stays as it is has nothing to say here; the form hides the field, so what it still holds must go. */
const nothingForKeptTerms: FieldHook = ({ value, data, originalDoc }) =>
  (data?.doNotTranslate ?? originalDoc?.doNotTranslate) === true ? null : value

/** How the network renders a term in each language, and which words it leaves as they are. */
export const Glossary: CollectionConfig = {
  slug: 'glossary',
  access: {
    read: ({ req: { user } }) => isStaff(user),
    create: editorsOnly,
    update: updateTexts,
    delete: editorsOnly,
  },
  admin: {
    // The navigation has it among the other places for translators.
    group: false,
    useAsTitle: 'term',
    defaultColumns: ['term', 'translation', 'doNotTranslate', 'updatedAt'],
    listSearchableFields: ['term'],
  },
  defaultSort: 'term',
  versions: false,
  fields: [
    line('term', {
      required: true,
      maxLength: 150,
      index: true,
      hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? value.trim() : value)] },
      validate: validateTerm as TextFieldSingleValidation,
    }),
    localeChoice('sourceLocale', {
      required: true,
      defaultValue: sourceLocale,
      admin: { position: 'sidebar', isClearable: false },
    }),
    { name: 'doNotTranslate', type: 'checkbox', defaultValue: false, admin: { position: 'sidebar' } },
    { name: 'caseSensitive', type: 'checkbox', defaultValue: false, admin: { position: 'sidebar' } },
    localisedLine('translation', {
      maxLength: 200,
      admin: { condition: isTranslated },
      hooks: { beforeValidate: [nothingForKeptTerms] },
    }),
    localisedLine('avoid', {
      maxLength: 300,
      admin: { condition: isTranslated },
      hooks: { beforeValidate: [nothingForKeptTerms] },
    }),
    localisedProse('note', { maxLength: 500 }),
  ],
}

function isTranslated({ doNotTranslate }: { readonly doNotTranslate?: unknown } = {}): boolean {
  return doNotTranslate !== true
}

interface Entry {
  readonly id?: string
  readonly data: {
    readonly sourceLocale?: unknown
    readonly caseSensitive?: unknown
    readonly doNotTranslate?: unknown
  }
  readonly req: PayloadRequest
}

type TextRules = Parameters<TextFieldSingleValidation>[1]

/** Two entries for one term would contradict each other. Where case matters, terms may differ in it alone. */
async function validateTerm(
  value: string | null | undefined,
  rules: TextRules & Entry,
): Promise<string | true> {
  const isText = await validateText(value, rules)
  if (isText !== true || typeof value !== 'string') return isText
  const { id, data, req } = rules
  const { docs } = await req.payload.find({
    collection: 'glossary',
    where: {
      // `like` finds every term that contains it, whatever its case.
      term: { like: value },
      sourceLocale: { equals: data.sourceLocale },
      ...(id !== undefined && { id: { not_equals: id } }),
    },
    select: { term: true, caseSensitive: true },
    pagination: false,
    depth: 0,
    req: { transactionID: req.transactionID } as PayloadRequest,
  })
  const isKnown = docs.some(({ term, caseSensitive }) =>
    caseSensitive === true && data.caseSensitive === true
      ? term === value
      : term.toLowerCase() === value.toLowerCase(),
  )
  return isKnown ? adminText(req, 'invalid.glossaryTerm') : true
}
