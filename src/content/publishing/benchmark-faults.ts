import type { PayloadRequest, ValidationFieldError } from 'payload'

import { adminText } from '../../i18n/admin-text.ts'

interface Score {
  readonly framework?: unknown
  readonly dimension?: unknown
  readonly value?: unknown
}

interface Framework {
  readonly id: string
  readonly code: string
  readonly version: string
  readonly scaleMin: number
  readonly scaleMax: number
  readonly dimensions?: readonly { readonly code: string }[] | null
}

/** A score is on a dimension that its framework has, within that framework's scale. */
export async function benchmarkFaults(
  { scores }: { readonly scores?: unknown },
  req: PayloadRequest,
): Promise<ValidationFieldError[]> {
  if (!Array.isArray(scores) || scores.length === 0) return []
  const rows: readonly Score[] = scores
  const { docs } = await req.payload.db.find<Framework>({
    collection: 'frameworks',
    where: { id: { in: rows.map(({ framework }) => framework) } },
    select: { code: true, version: true, scaleMin: true, scaleMax: true, dimensions: true },
    pagination: false,
    limit: 0,
    req,
  })
  const frameworks = new Map(docs.map((framework) => [framework.id, framework]))
  return rows.flatMap((score, index) => faultsOf(score, index, frameworks.get(String(score.framework)), req))
}

function faultsOf(
  { dimension, value }: Score,
  index: number,
  framework: Framework | undefined,
  req: PayloadRequest,
): ValidationFieldError[] {
  if (framework === undefined) return []
  const { scaleMin, scaleMax, dimensions } = framework
  const name = `${framework.code} ${framework.version}`
  const label = adminText(req, 'practices.scores')
  const hasDimension = dimensions?.some(({ code }) => code === dimension) === true
  const isOnScale = typeof value === 'number' && value >= scaleMin && value <= scaleMax
  return [
    ...(hasDimension
      ? []
      : [
          {
            path: `scores.${index}.dimension`,
            label,
            message: adminText(req, 'publishing.noDimension', { framework: name, dimension }),
          },
        ]),
    ...(isOnScale
      ? []
      : [
          {
            path: `scores.${index}.value`,
            label,
            message: adminText(req, 'publishing.offScale', { framework: name, min: scaleMin, max: scaleMax }),
          },
        ]),
  ]
}
