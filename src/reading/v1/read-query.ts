import { zeroProblem } from '../../access/zero-bytes.ts'
import type { NetworkLanguages } from '../../content/network-languages.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { type Parameters, unknownOf, type ValuesOf } from './parameter.ts'
import type { FieldProblem } from './problem.ts'

/**
 * What a query says, or everything that is wrong with it. An empty value is one that was not given. Names that we do not
 * know are refused: whoever mistypes a filter would otherwise be shown everything and never notice.
 */
export function readQuery<Given extends Parameters>(
  parameters: Given,
  given: URLSearchParams,
  languages: NetworkLanguages,
): { readonly values: ValuesOf<Given> } | { readonly errors: readonly FieldProblem[] } {
  const names = Object.keys(parameters)
  const errors: FieldProblem[] = []
  const values: Record<string, unknown> = {}
  errors.push(...strangeNames(given, names))
  for (const [name, parameter] of Object.entries(parameters)) {
    const stated = given.getAll(name).filter((text) => text !== '')
    const [text] = stated
    if (text === undefined) {
      if (parameter.isRequired === true) errors.push(missing(name, languages))
    } else if (stated.length > 1) errors.push({ field: name, ...twice() })
    else if (text.includes('\0')) errors.push({ field: name, ...zeroProblem() })
    else {
      const read = parameter.read(text, languages)
      if ('value' in read) values[name] = read.value
      else errors.push({ field: name, ...read })
    }
  }
  return errors.length > 0 ? { errors } : { values: values as ValuesOf<Given> }
}

/** An address has room for thousands: what is said of them all would be a hundred times as long. */
const MOST_NAMES = 20

/** Names that nobody knows here, 20 at most, with what might have been meant. */
export const strangeNames = (given: URLSearchParams, known: readonly string[]): readonly FieldProblem[] =>
  [...new Set(given.keys())]
    .filter((name) => !known.includes(name))
    .slice(0, MOST_NAMES)
    .map((name) => ({ field: name.slice(0, 60), ...unknownOf(name, known) }))

/** Names that are there more than once. */
export const repeatedNames = (given: URLSearchParams, known: readonly string[]): readonly FieldProblem[] =>
  known.filter((name) => given.getAll(name).length > 1).map((name) => ({ field: name, ...twice() }))

/** Only the language has to be said. */
const missing = (field: string, { enabled }: NetworkLanguages): FieldProblem => ({
  field,
  problem: toolTexts('v1.missing'),
  remedy: toolTexts('v1.oneOf', { values: enabled.join(', ') }),
})

const twice = () => ({ problem: toolTexts('v1.twice'), remedy: toolTexts('v1.once') })
