import type { TFunction } from 'i18next'

import { FileFault } from './file-fault.ts'
import { MAX_MEBIBYTES } from './import-files.ts'
import type { AudienceImport, ImportProblem } from './import-store.ts'
import { type FilePreview, previewFile } from './preview-file.ts'

/** An import as its officer sees it: JSON, without any whole address. */
export interface ShownImport extends Omit<AudienceImport, 'problem' | 'actor' | 'createdAt' | 'appliedAt'> {
  /** Why the last step could not be done, and what helps. Null: it could. */
  readonly problem: (ImportProblem & { readonly message: string }) | null
  /** ISO 8601. */
  readonly createdAt: string
  /** ISO 8601. Null: not yet. */
  readonly appliedAt: string | null
}

/** Null: the file was removed. */
export interface OpenedImport extends ShownImport {
  readonly preview: FilePreview | null
}

export function shownImport(
  { actor: _, problem, createdAt, appliedAt, ...list }: AudienceImport,
  t: TFunction,
): ShownImport {
  return {
    ...list,
    problem: problem === null ? null : { ...problem, message: problemText(problem, t) },
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
  }
}

/** With the beginning of its file, as it is read now. */
export async function openedImport(list: AudienceImport, t: TFunction): Promise<OpenedImport> {
  return { ...shownImport(list, t), preview: await previewOf(list) }
}

async function previewOf({ id, format }: AudienceImport): Promise<FilePreview | null> {
  try {
    return await previewFile(id, format)
  } catch (error) {
    if (error instanceof FileFault) return null
    throw error
  }
}

/** Names the line, where it is about one, and what helps. */
export function problemText({ reason, line }: ImportProblem, t: TFunction): string {
  const problem = t(`imports.fault.${reason}`, { number: MAX_MEBIBYTES })
  return line === null ? problem : t('imports.fault.line', { number: line, problem })
}
