import type { PayloadRequest, ValidationFieldError } from 'payload'

import { adminText, languageName, listOf } from '../../i18n/admin-text.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'

interface Project {
  readonly id: string
  readonly acronym: string
  readonly awardSigned?: boolean | null
  readonly disclaimers?: readonly { readonly locale: Locale; readonly text: string }[] | null
  readonly workPackages?: readonly { readonly code: string }[] | null
}

/**
 * A result of a signed grant is not published without the words that the grant asks for, in that language or in
 * English (domain.md 4.2), nor under a work package that none of its projects has.
 */
export async function acknowledgementFaults(
  { projects, workPackage }: { readonly projects?: unknown; readonly workPackage?: unknown },
  locales: readonly Locale[],
  req: PayloadRequest,
): Promise<ValidationFieldError[]> {
  if (!Array.isArray(projects) || projects.length === 0) return []
  const { docs } = await req.payload.db.find<Project>({
    collection: 'projects',
    where: { id: { in: projects } },
    select: { acronym: true, awardSigned: true, disclaimers: true, workPackages: true },
    pagination: false,
    limit: 0,
    req,
  })
  return [
    ...docs.flatMap((project) => disclaimerFaults(project, locales, req)),
    ...workPackageFaults(docs, workPackage, req),
  ]
}

function disclaimerFaults(
  { acronym, awardSigned, disclaimers }: Project,
  locales: readonly Locale[],
  req: PayloadRequest,
): ValidationFieldError[] {
  if (awardSigned !== true) return []
  const approved = new Set(disclaimers?.map(({ locale }) => locale))
  return locales
    .filter((locale) => !approved.has(locale) && !approved.has(sourceLocale))
    .map((locale) => ({
      path: 'projects',
      label: acronym,
      message: adminText(req, 'publishing.noDisclaimer', {
        project: acronym,
        languages: languagesOf(locale, req),
      }),
    }))
}

/** The languages of which one would do. */
const languagesOf = (locale: Locale, req: PayloadRequest): string =>
  listOf(
    req,
    Array.from(new Set([locale, sourceLocale]), (code) => languageName(req, code)),
  )

function workPackageFaults(
  projects: readonly Project[],
  workPackage: unknown,
  req: PayloadRequest,
): ValidationFieldError[] {
  const codes = projects.flatMap((project) => project.workPackages?.map(({ code }) => code) ?? [])
  if (typeof workPackage !== 'string' || workPackage === '' || codes.includes(workPackage)) return []
  return [
    {
      path: 'workPackage',
      label: adminText(req, 'field.workPackage'),
      message: adminText(req, 'publishing.noWorkPackage', { code: workPackage }),
    },
  ]
}
