import type { Payload } from 'payload'

import type { ShortLetter, Visit } from '../site/visit.ts'

/** Somebody with a browser or a mail program, and the inbox of everybody. Time passes only when told. */
export interface Visitor {
  readonly inbox: readonly ShortLetter[]
  now: Date
  get(path: string, headers?: Record<string, string>): Visit
  post(path: string, fields: readonly (readonly [string, string])[], options?: PostOptions): Visit
  /** Waits until everything is done that was put off until after an answer. */
  settle(): Promise<void>
}

interface PostOptions {
  readonly as?: 'urlencoded' | 'multipart'
  readonly headers?: Record<string, string>
}

export function visitor(payload: Payload): Visitor {
  const inbox: ShortLetter[] = []
  const open: Promise<void>[] = []
  const visit = (path: string, init: RequestInit): Visit => ({
    request: new Request(new URL(path, 'http://localhost:3000'), init),
    payload,
    now: self.now,
    later: (work) => void open.push(work()),
    mail: async (mail) => void inbox.push(mail),
  })
  const self: Visitor = {
    inbox,
    now: new Date('2026-11-23T10:00:00Z'),
    get: (path, headers = {}) => visit(path, { headers }),
    post: (path, fields, { as = 'urlencoded', headers = {} } = {}) =>
      visit(path, { method: 'POST', headers, body: bodyOf(fields, as) }),
    settle: async () => void (await Promise.all(open.splice(0))),
  }
  return self
}

function bodyOf(fields: readonly (readonly [string, string])[], as: 'urlencoded' | 'multipart') {
  if (as === 'urlencoded') return new URLSearchParams(fields.map(([name, value]) => [name, value]))
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
