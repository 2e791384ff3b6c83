import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Program, runProgram } from '../run-program.ts'
import type { SeenEvent } from './calendar-programs.ts'

/** Somebody's calendar, kept by khal. */
export interface Khal extends AsyncDisposable {
  /** Takes a file over, as somebody does who opens it. */
  take(file: string): Promise<void>
  /** What stands in it in 2026, in the order of time. khal does not show how often an event changed. */
  list(): Promise<readonly Omit<SeenEvent, 'sequence'>[]>
}

/** Between what khal writes of an event, and after it: letters that no text holds. */
const [FIELD, EVENT] = ['\u001f', '\u001e']
const fields = [
  'uid',
  'all-day',
  'start-long-full',
  'end-long-full',
  'title',
  'location',
  'description',
  'url',
  'status',
] as const

/** @param timeZone where that somebody is */
export async function startKhal(timeZone: string): Promise<Khal> {
  const folder = await mkdtemp(join(tmpdir(), 'emissary-khal-'))
  await mkdir(join(folder, 'events'))
  await writeFile(join(folder, 'config'), configOf(folder, timeZone))
  const khal: Program = {
    name: 'khal',
    command: 'khal',
    args: ['--config', join(folder, 'config')],
    installedBy: 'readers',
  }
  return {
    async take(file) {
      await runProgram(khal, ['import', '--batch', file])
    },
    async list() {
      const format = `${fields.map((field) => `{${field}}`).join(FIELD)}${EVENT}`
      const range = ['2026-01-01', '2027-01-01']
      const written = await runProgram(khal, [
        'list',
        '--once',
        '--day-format',
        '',
        '--format',
        format,
        ...range,
      ])
      return written.split(EVENT).slice(0, -1).map(eventOf)
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

function eventOf(written: string): Omit<SeenEvent, 'sequence'> {
  const [
    uid = '',
    allDay,
    start = '',
    end = '',
    summary = '',
    location = '',
    description = '',
    url = '',
    status = '',
  ] = written.split(FIELD)
  const length = allDay === 'True' ? 'YYYY-MM-DD'.length : undefined
  return {
    uid: uid.trim(),
    start: start.slice(0, length),
    end: end.slice(0, length),
    summary,
    location,
    description,
    url,
    status: status.trim(),
  }
}

const configOf = (folder: string, timeZone: string): string => `[calendars]
[[emissary]]
path = ${join(folder, 'events')}
[locale]
local_timezone = ${timeZone}
default_timezone = ${timeZone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${join(folder, 'khal.db')}
`
