import type { TranslatableReference } from '../../content/translatable.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { TargetEdit } from '../../translation/targets/save-target.ts'
import type { Suggestions } from '../../translation/targets/suggestions.ts'
import type { TranslatedSegment } from '../../translation/targets/translation.ts'
import { askJson, type JsonAnswer, postJson } from '../ask-json.ts'
import { isSignedOut } from '../ask-server.ts'
import type { Sent } from './desk.ts'

/** What came of handing in or publishing. `invalid`: fields that Payload refuses, by their names. */
export type StepOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'invalid'; readonly fields: readonly string[] }
  | { readonly outcome: 'unreachable' | 'signed-out' | 'forbidden' | 'failed' }

export type PreviewKind = 'page' | 'mail'

/** What the editor asks of our own server, for one translation. No answer that cannot be read is thrown. */
export interface EditorApi {
  readonly save: (edit: TargetEdit) => Promise<Sent>
  readonly segments: () => Promise<readonly TranslatedSegment[] | null>
  readonly suggestions: (key: string) => Promise<Suggestions | null>
  readonly comment: (key: string, text: string) => Promise<boolean>
  readonly handIn: () => Promise<StepOutcome>
  readonly approveAndPublish: () => Promise<StepOutcome>
  /** Null: there is none, or no answer. */
  readonly preview: (as: PreviewKind) => Promise<string | null>
}

const FORBIDDEN = 403
const CREATED = 201

export function editorApi({ collection, id }: TranslatableReference, locale: Locale): EditorApi {
  const place = `/api/translation/items/${collection}/${id}/${locale}`
  const step = async (path: string, data?: unknown): Promise<StepOutcome> => {
    const answer = await postJson(path, data)
    return answer === null ? { outcome: 'unreachable' } : stepOutcome(answer)
  }
  return {
    save: async (edit) => {
      const answer = await askJson(place, { method: 'PATCH', body: JSON.stringify(edit) })
      if (answer === null) return { outcome: 'unreachable' }
      if (isSignedOut(answer)) return { outcome: 'signed-out' }
      if (answer.status === FORBIDDEN) return { outcome: 'forbidden' }
      return 'outcome' in answer.body ? (answer.body as unknown as Sent) : { outcome: 'failed' }
    },
    segments: async () => {
      const answer = await askJson(place)
      return answer?.status === 200 ? (answer.body.segments as readonly TranslatedSegment[]) : null
    },
    suggestions: async (key) => {
      const answer = await askJson(`${place}/suggestions?key=${encodeURIComponent(key)}`)
      return answer?.status === 200 ? (answer.body as unknown as Suggestions) : null
    },
    comment: async (key, text) => (await postJson(`${place}/comments`, { key, text }))?.status === CREATED,
    handIn: () => step(`${place}/submit`),
    approveAndPublish: async () => {
      const approved = await step('/api/translation/approve', {
        items: [{ collection, id }],
        locales: [locale],
      })
      return approved.outcome === 'done' ? step(`${place}/publish`) : approved
    },
    preview: async (as) => {
      const answer = await askJson(`/api/translation/preview/${collection}/${id}/${locale}?as=${as}`)
      return typeof answer?.body.html === 'string' ? answer.body.html : null
    },
  }
}

/** What an answer of ours to handing in or publishing means. */
export function stepOutcome(answer: JsonAnswer): StepOutcome {
  const { status, body } = answer
  if (status === 200) return { outcome: 'done' }
  if (isSignedOut(answer)) return { outcome: 'signed-out' }
  if (status === FORBIDDEN) return { outcome: 'forbidden' }
  const fields = refusedFields(body)
  return fields.length > 0 ? { outcome: 'invalid', fields } : { outcome: 'failed' }
}

/** Payload's answer to a save that breaks its rules: https://payloadcms.com/docs/rest-api/overview */
interface PayloadErrors {
  readonly errors?: readonly {
    readonly data?: { readonly errors?: readonly { readonly path?: string; readonly label?: string }[] }
  }[]
}

const refusedFields = (body: object): string[] =>
  ((body as PayloadErrors).errors ?? [])
    .flatMap(({ data }) => data?.errors ?? [])
    .flatMap(({ label, path }) => label ?? path ?? [])
