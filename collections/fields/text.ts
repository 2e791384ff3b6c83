import type { DateField, NumberField, RichTextField, TextareaField, TextField } from 'payload'

type Extras<Kind> = Omit<Partial<Kind>, 'type' | 'name' | 'hasMany' | 'maxRows' | 'minRows'>

/** One line, the same in every language. */
export const line = (name: string, extras: Extras<TextField> = {}): TextField =>
  ({ name, type: 'text', ...extras }) as TextField

/** One line in each language. */
export const localisedLine = (name: string, extras: Extras<TextField> = {}): TextField =>
  line(name, { localized: true, ...extras })

/** Plain paragraphs in each language: an empty line parts them, lines that start with `- ` are a list. */
export const localisedProse = (name: string, extras: Extras<TextareaField> = {}): TextareaField => ({
  name,
  type: 'textarea',
  localized: true,
  ...extras,
})

/** Formatted text in each language. */
export const localisedRichText = (name: string, extras: Extras<RichTextField> = {}): RichTextField => ({
  name,
  type: 'richText',
  localized: true,
  ...extras,
})

/** A whole or broken number, not below zero unless `min` says so. */
export const amount = (name: string, extras: Extras<NumberField> = {}): NumberField =>
  ({ name, type: 'number', min: 0, ...extras }) as NumberField

/** A day of the calendar, without a time. */
export const day = (name: string, extras: Extras<DateField> = {}): DateField => ({
  name,
  type: 'date',
  ...extras,
  admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' }, ...extras.admin },
})

/** A moment. Stored in UTC, shown in the time zone of the person who edits. */
export const moment = (name: string, extras: Extras<DateField> = {}): DateField => ({
  name,
  type: 'date',
  ...extras,
  admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy, HH:mm' }, ...extras.admin },
})
