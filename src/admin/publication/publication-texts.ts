import type { TFunction } from 'i18next'

const keys = [
  'all',
  'publish',
  'takeBack',
  'schedule',
  'scheduleTitle',
  'action',
  'at',
  'timeZone',
  'timeZoneHelp',
  'plan',
  'close',
  'cancel',
  'working',
  'unreachable',
  'done',
  'language',
  'state',
  'since',
  'readersGet',
  'missing',
  'actions',
] as const

/** Texts that the parts in the browser show. */
export type PublicationTexts = Readonly<Record<(typeof keys)[number], string>> & {
  /** How many languages are chosen, by their number. */
  readonly chosen: readonly string[]
}

export const publicationTexts = (t: TFunction, languages: number): PublicationTexts => ({
  ...(Object.fromEntries(keys.map((key) => [key, t(`publication.${key}`)])) as Record<
    (typeof keys)[number],
    string
  >),
  chosen: Array.from({ length: languages + 1 }, (_, count) => t('publication.chosen', { count })),
})
