/** `20261120T100000Z`, as TMX writes moments. */
export const toTmxMoment = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/gu, '')

const PARTS = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/u

/** Null: none, or none that can be read. */
export function fromTmxMoment(text: string | undefined): Date | null {
  const parts = PARTS.exec(text ?? '')
  if (parts === null) return null
  const [, year, month, day, hours, minutes, seconds] = parts
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(at.getTime()) ? null : at
}
