import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'

import {
  APIError,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type Where,
} from 'payload'

import { hasRole } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { adminText } from '../../i18n/admin-text.ts'
import { isShownInEdition } from '../../ledger/edition-pictures.ts'

const CONFLICT = 409

/** What an update may be given that makes other files of a row. */
interface FileArgs {
  readonly id?: unknown
  readonly where?: Where
  readonly data?: { readonly focalX?: unknown; readonly focalY?: unknown }
}

interface StoredFile {
  readonly filename?: string | null
  readonly focalX?: number | null
  readonly focalY?: number | null
  readonly sizes?: Readonly<Record<string, { readonly filename?: string | null } | undefined>>
}

/**
 * What an edition shows stays what was sent: a file that stands in one is neither replaced nor cropped anew, and no other file
 * ever gets its name, not even after it was taken down.
 */
export const keepSentPicture: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'update')
    for (const stored of await changedFiles(req, args as FileArgs))
      if (await isShown(stored, req)) throw new APIError(adminText(req, 'media.kept'), CONFLICT, null, true)
  if ((operation === 'create' || operation === 'update') && req.file !== undefined)
    req.file.name = await freeName(req.file.name, req)
  return args
}

/**
 * A picture that an edition shows is deleted by administrators alone, as when the law asks for it: its place then shows its
 * alternative text, in the web edition and in the mails.
 */
export const keepPictureOfEdition: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (req.user === null || hasRole(req.user, 'administrator')) return
  const [stored] = await filesOf(req, { id: { equals: id } })
  if (stored !== undefined && (await isShown(stored, req)))
    throw new APIError(adminText(req, 'media.keptForLaw'), CONFLICT, null, true)
}

async function changedFiles(
  req: PayloadRequest,
  { id, where, data }: FileArgs,
): Promise<readonly StoredFile[]> {
  const isAnew = req.file !== undefined || req.query?.uploadEdits !== undefined
  const movesFocus = data?.focalX !== undefined || data?.focalY !== undefined
  if (!isAnew && !movesFocus) return []
  const stored = await filesOf(req, id === undefined ? (where ?? {}) : { id: { equals: id } })
  return stored.filter(
    ({ focalX, focalY }) =>
      isAnew || (data?.focalX ?? focalX) !== focalX || (data?.focalY ?? focalY) !== focalY,
  )
}

const filesOf = async (req: PayloadRequest, where: Where): Promise<readonly StoredFile[]> =>
  (
    await req.payload.find({
      collection: 'media',
      where,
      depth: 0,
      pagination: false,
      select: { filename: true, focalX: true, focalY: true, sizes: true },
      req,
    })
  ).docs as readonly StoredFile[]

const isShown = ({ filename, sizes = {} }: StoredFile, { payload }: PayloadRequest): Promise<boolean> =>
  isShownInEdition(
    [filename, ...Object.values(sizes).map((size) => size?.filename)].flatMap((name) => name ?? []),
    databaseOf(payload),
  )

/** Sizes are named after the file, whatever its type. */
async function freeName(name: string, { payload }: PayloadRequest): Promise<string> {
  const type = extname(name)
  const stem = name.slice(0, name.length - type.length)
  if (stem === '' || !(await isShownInEdition([stem], databaseOf(payload)))) return name
  return `${stem}-${randomUUID().slice(0, 8)}${type}`
}
