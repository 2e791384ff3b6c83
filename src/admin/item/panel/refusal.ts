import type { postJson } from '../../ask-json.ts'
import { isSignedOut } from '../../ask-server.ts'
import type { Texts } from '../../client-texts.ts'

/** What came of something that the server was asked to do. */
export interface Refusal {
  readonly message: string
  /** The field that is to be changed. Null: none in particular. */
  readonly field: string | null
}

/** Why the server did not do it. Null: it did. */
export function refusalOf(answer: Awaited<ReturnType<typeof postJson>>, texts: Texts): Refusal | null {
  if (answer === null) return { message: texts['views.item.said.unreachable'] ?? '', field: null }
  // A dialog lies over the note that says it elsewhere.
  if (isSignedOut(answer)) return { message: texts['views.signedOut'] ?? '', field: null }
  const { status, body } = answer
  if (status < 400) return null
  const error = typeof body.error === 'string' ? body.error : String(status)
  // Some refusals come with what to do about them, in the language of whoever asks.
  const known =
    (typeof body.remedy === 'string' ? body.remedy : undefined) ??
    texts[`views.item.refused.${error}`] ??
    (status === 409 ? texts['views.item.said.changed'] : undefined) ??
    (texts['views.item.said.refused'] ?? '').replace('{{error}}', error)
  return { message: known, field: typeof body.field === 'string' ? body.field : null }
}
