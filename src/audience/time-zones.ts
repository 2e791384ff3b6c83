/** IANA names of the time zones that a person can choose from. */
export const timeZones: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC']
