import type { ReactNode } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import type { TranslationPerson } from '../../translation/matrix/people.ts'

interface PeopleChoiceProps {
  readonly name: string
  readonly label: string
  readonly people: readonly TranslationPerson[]
  /** They must translate into all of these. */
  readonly locales: readonly Locale[]
  /** Options before the people. */
  readonly children?: ReactNode
}

/** Those who can answer for all the chosen languages. */
export const PeopleChoice = ({ name, label, people, locales, children }: PeopleChoiceProps) => (
  <label className="em-field">
    <span>{label}</span>
    <select name={name} className="em-select">
      {children}
      {able(people, locales).map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </select>
  </label>
)

export const able = (
  people: readonly TranslationPerson[],
  locales: readonly Locale[],
): readonly TranslationPerson[] =>
  people.filter(({ locales: own }) => own === null || locales.every((locale) => own.includes(locale)))
