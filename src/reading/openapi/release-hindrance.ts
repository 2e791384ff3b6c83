import { breakingChanges, mayBreak } from './breaking-changes.ts'

interface Release {
  /** OpenAPI as it was last released. */
  readonly released: unknown
  /** OpenAPI as it is to be released. */
  readonly described: unknown
  /** What was taken from the schema of GraphQL since, in words. */
  readonly brokenSchema: readonly string[]
  /** CHANGELOG.md. */
  readonly changelog: string
}

/**
 * Why the contract cannot be released as it is, in words. Empty: it can. What takes something from its consumers needs a
 * version that says so, and a line under *Unreleased* that names that version: `contract 2.0.0`.
 */
export function releaseHindrance({
  released,
  described,
  brokenSchema,
  changelog,
}: Release): readonly string[] {
  const broken = [...breakingChanges(released, described), ...brokenSchema]
  if (broken.length === 0) return []
  if (!mayBreak(released, described)) return broken
  const entry = `contract ${versionOf(described)}`
  return unreleased(changelog).includes(entry)
    ? []
    : [`CHANGELOG.md says nothing of "${entry}" under Unreleased`]
}

const versionOf = (description: unknown): string =>
  (description as { readonly info: { readonly version: string } }).info.version

const unreleased = (changelog: string): string =>
  /^## Unreleased$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog)?.[1] ?? ''
