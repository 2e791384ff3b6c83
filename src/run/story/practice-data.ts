import { type Known, practiceFields, practiceTexts } from '../../demo/loading/item-fields.ts'
import type { DemoLocale, DemoPractice } from '../../demo/network/shapes.ts'

type Data = Readonly<Record<string, unknown>>

/** A practice as the API takes it, in its own language. */
export function practiceData(
  practice: DemoPractice,
  known: Known & { topic(key: string): string; licence: string },
): Data {
  const { vocabularies, bodies } = known
  const fields = practiceFields(practice, known)
  const texts = practiceTextsIn(practice, practice.sourceLocale)
  return {
    ...fields,
    ...texts,
    location: { ...(fields.location as Data), ...(texts.location as Data) },
    communities: practice.communities.map((key) => bodies.community(key)),
    countries: practice.countries.map((key) => vocabularies.term('countries', key)),
    topics: practice.topics.map((key) => known.topic(key)),
    audiences: practice.audiences.map((key) => vocabularies.term('audiences', key)),
    responsibleOrganisation: bodies.organisation(practice.responsible),
    projects: [bodies.project],
    workPackage: String(practice.workPackage),
    licence: known.licence,
    sourceLocale: practice.sourceLocale,
    sample: practice.sample,
  }
}

/** @throws {RangeError} when the practice has no text in that locale. */
export function practiceTextsIn(practice: DemoPractice, locale: DemoLocale): Data {
  const texts = practice.texts[locale]
  if (texts === undefined) throw new RangeError(`${practice.key} has no text in ${locale}`)
  return practiceTexts(practice, texts, locale)
}
