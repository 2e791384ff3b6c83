/** Numbers of pino's levels that a person should notice. https://getpino.io/#/docs/api?id=loggerlevels-object */
const levels: Readonly<Record<number, string>> = { 40: 'warning', 50: 'error', 60: 'fatal' }
const machinery = new Set(['level', 'time', 'pid', 'hostname', 'name', 'msg', 'err'])

/** A line of a structured log as a person reads it; any other line as it is. */
export function readableLine(line: string): string {
  const entry = parsed(line)
  if (entry === null) return line
  const level = levels[Number(entry.level)]
  const facts = Object.entries(entry)
    .filter(([name]) => !machinery.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const { message } = (entry.err ?? {}) as { message?: string }
  return [level === undefined ? '' : `${level}:`, entry.msg, message === entry.msg ? '' : message, ...facts]
    .filter((part) => part !== '' && part !== undefined)
    .join(' ')
}

function parsed(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{"level":')) return null
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return null
  }
}
