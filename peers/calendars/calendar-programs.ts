import { join } from 'node:path'

import { DEBIAN_PYTHON, type Program, runProgram } from '../run-program.ts'

/** An event as a program shows it to somebody in one time zone. */
export interface SeenEvent {
  readonly uid: string
  /** "2026-06-09 14:00" on the clock of that zone, or "2026-06-09" where whole days are shown. */
  readonly start: string
  /** As `start`. Of whole days the last. */
  readonly end: string
  readonly summary: string
  readonly location: string
  readonly description: string
  readonly url: string
  readonly status: string
  readonly sequence: number
}

export interface CalendarReader {
  readonly name: string
  /** @param timeZone where the person is who looks */
  read(file: string, timeZone: string): Promise<readonly SeenEvent[]>
}

const reader = (program: Program): CalendarReader => ({
  name: program.name,
  read: async (file, timeZone) =>
    JSON.parse(await runProgram({ ...program, env: { TZ: timeZone } }, [file])) as SeenEvent[],
})

const ours = (name: string): string => join(import.meta.dirname, name)
const node = (name: string): CalendarReader =>
  reader({ name, command: process.execPath, args: [ours(`${name}.mjs`)], installedBy: 'npm' })

/** They say what stands in a file. */
export const calendarReaders: readonly CalendarReader[] = [
  node('ical.js'),
  node('node-ical'),
  reader({
    name: 'icalendar',
    command: DEBIAN_PYTHON,
    args: [ours('read_with_icalendar.py')],
    installedBy: 'readers',
  }),
]
