import type { ConsentWording } from '../../audience/consent-wording.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import type { PreferencesFields, PreferencesOffer } from './preferences-fields.ts'
import type { PreferencesField } from './read-preferences.ts'

/** What a button of the page has done. */
export type PreferencesNotice = 'saved' | 'moveAsked' | 'dataAsked'

export interface PreferencesForm {
  readonly subscriber: Subscriber
  readonly offer: PreferencesOffer
  /** As they stand in the form, saved or not. */
  readonly fields: PreferencesFields
  readonly wording: ConsentWording
  /** First day that a pause may end on, `YYYY-MM-DD`. */
  readonly tomorrow: string
  readonly isSaved: boolean
  readonly notices: readonly PreferencesNotice[]
  /** The address must get no mail, so no letters can be added. */
  readonly isBarred: boolean
  readonly wrong: readonly PreferencesField[]
  /** The button that was pressed to rearrange the languages: the focus stays there. Empty: none was. */
  readonly pressed: string
}
