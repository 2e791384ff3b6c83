import type { Frequency } from '../../../audience/choices.ts'
import type { Delimiter, Encoding, FileSource } from '../../../audience/imports/file-format.ts'
import type { BarReason, ImportField } from '../../../audience/imports/import-fields.ts'
import type { Locale } from '../../../i18n/locales.ts'
import type { TextReader } from '../../client-texts.ts'
import type { UsedImport } from './use-import.ts'

/** In the order in which a list goes through them. */
export const wizardSteps = ['file', 'columns', 'evidence', 'check', 'apply'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** What can be chosen, sent along by the server. */
export interface ImportOffers {
  readonly encodings: readonly Encoding[]
  readonly delimiters: readonly Delimiter[]
  readonly sources: readonly FileSource[]
  readonly fields: readonly ImportField[]
  readonly frequencies: readonly Frequency[]
  readonly barReasons: readonly BarReason[]
  /** Every language that words can be in. */
  readonly languages: readonly OfferedLanguage[]
  /** Languages of the network. */
  readonly locales: readonly Locale[]
  readonly newsletters: readonly { readonly id: string; readonly name: string }[]
}

interface OfferedLanguage {
  readonly locale: Locale
  readonly name: string
}

/** What each step is given. */
export interface StepProps {
  readonly used: UsedImport
  readonly offers: ImportOffers
  readonly t: TextReader
  readonly number: (value: number) => string
  /** Leads to the step after it. */
  readonly onNext: () => void
}

/** What a column can hold, by the texts that have names for it already. */
const fieldKeys: Readonly<Partial<Record<ImportField, string>>> = {
  email: 'officer.email',
  locale: 'numbers.first-language',
  newsletters: 'numbers.newsletters',
  topics: 'numbers.wanted.topics',
  countries: 'numbers.wanted.countries',
  role: 'person.role',
  organisation: 'person.organisation',
  frequency: 'numbers.frequency',
}

export const fieldKey = (field: ImportField): string => fieldKeys[field] ?? `imports.field.${field}`

/** It can still be changed: no worker has it, and nothing of it was brought in. */
export const isOpen = ({ list }: UsedImport): boolean => list.state === 'uploaded' || list.state === 'checked'
