import { ReadableStream } from 'node:stream/web'

import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole, mayPublish } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { answer } from '../answers.ts'
import { forgetPair } from './forget.ts'
import { MOST_BYTES } from './tmx/decode-text.ts'
import { importTmx } from './tmx/import-tmx.ts'
import type { UnitProblem } from './tmx/pairs-of-unit.ts'
import { TmxRefusal } from './tmx/tmx-refusal.ts'
import { type Selection, writeTmx } from './tmx/write-tmx.ts'

const MEBIBYTE = 1024 ** 2
const LONGEST_NAME = 120

const refusedTo = ({ user }: PayloadRequest, error: string): Response =>
  answer(user === null ? 401 : 403, { error })

const textsFor = ({ i18n }: PayloadRequest) => translator(adminLocaleOf(i18n.language), 'translation')

/** What somebody may take out: editors everything, translators what is in their languages. Null: nothing. */
function selectionFor({ user, query }: PayloadRequest): Selection | null | 'unknown-locale' {
  const { from, to } = query
  if ([from, to].some((locale) => locale !== undefined && locale !== '' && !isLocale(locale)))
    return 'unknown-locale'
  const source = isLocale(from) ? from : null
  const target = isLocale(to) ? to : null
  if (mayPublish(user)) return { from: source, to: target === null ? null : [target] }
  if (!hasRole(user, 'translator') || user?.collection !== 'users') return null
  const own: readonly Locale[] = user.locales ?? []
  if (target !== null) return own.includes(target) ? { from: source, to: [target] } : null
  return { from: source, to: own }
}

const exported: Endpoint['handler'] = async (req) => {
  const selection = selectionFor(req)
  if (selection === 'unknown-locale') return answer(400, { error: 'unknown-locale', field: 'from, to' })
  if (selection === null) return refusedTo(req, 'own-languages-only')
  const name = ['memory', req.query.from, req.query.to].filter(Boolean).join('-')
  const text = ReadableStream.from(inBytes(writeTmx(selection, databaseOf(req.payload))))
  return new Response(text as unknown as BodyInit, {
    headers: {
      'Content-Type': 'application/x-tmx+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.tmx"`,
      'Cache-Control': 'no-store',
    },
  })
}

async function* inBytes(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}

const imported: Endpoint['handler'] = async (req) => {
  if (!mayPublish(req.user)) return refusedTo(req, 'editors-only')
  if (!req.body) return answer(400, { error: 'no-file', message: textsFor(req)('memory.import.noFile') })
  const { dryRun, name } = req.query
  const fileName = typeof name === 'string' && name !== '' ? name.slice(0, LONGEST_NAME) : 'TMX'
  try {
    const outcome = await importTmx(
      req.payload,
      req.body as unknown as AsyncIterable<Uint8Array>,
      { name: fileName, readAt: new Date() },
      { dryRun: dryRun === 'true' },
    )
    const { firstProblems, ...counts } = outcome
    return answer(200, {
      ...counts,
      dryRun: dryRun === 'true',
      firstProblems: firstProblems.map((problem) => ({ ...problem, message: problemText(req, problem) })),
    })
  } catch (error) {
    if (!(error instanceof TmxRefusal)) throw error
    const { reason, line, unit } = error
    return answer(422, { error: reason, line, unit, message: refusalText(req, error) })
  }
}

const problemText = (req: PayloadRequest, { unit, reason, language }: UnitProblem): string =>
  textsFor(req)(`memory.problem.${reason}`, { unit, language })

/** What is wrong, where, and what to do. */
function refusalText(req: PayloadRequest, { reason, line, unit }: TmxRefusal): string {
  const t = textsFor(req)
  const what = t(`memory.refused.${reason}`, { mebibytes: MOST_BYTES / MEBIBYTE })
  if (line === null) return what
  return `${what} ${unit === null ? t('memory.refused.line', { line }) : t('memory.refused.unit', { line, unit })}`
}

const forgotten: Endpoint['handler'] = async (req) => {
  if (!mayPublish(req.user)) return refusedTo(req, 'editors-only')
  const id = Number(req.routeParams?.id)
  if (!Number.isSafeInteger(id)) return answer(404, { error: 'no-such-pair' })
  return (await forgetPair(id, databaseOf(req.payload)))
    ? answer(200, { id })
    : answer(404, { error: 'no-such-pair' })
}

/**
 * Below `/api/translation/memory`. `GET export.tmx?from=&to=` for editors, and for translators in their languages.
 * `POST import?dryRun=true&name=` with the file as the body, and `DELETE :id`, for editors.
 */
export const memoryEndpoints: Endpoint[] = [
  { path: '/translation/memory/export.tmx', method: 'get', handler: exported },
  { path: '/translation/memory/import', method: 'post', handler: imported },
  { path: '/translation/memory/:id', method: 'delete', handler: forgotten },
]
