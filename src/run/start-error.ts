import { toolTexts } from '../i18n/tool-texts.ts'

const say = toolTexts

/** Why the product cannot run here. Each has a sentence with its remedy in `locales/en/tools.json` under `start.error.`. */
export type StartErrorReason =
  | 'already-running'
  | 'build-failed'
  | 'database-ended'
  | 'database-refused'
  | 'database-unreachable'
  | 'database-version'
  | 'demo-failed'
  | 'folder-unwritable'
  | 'migration-failed'
  | 'no-account'
  | 'port-taken'
  | 'postgres-failed'
  | 'postgres-missing'
  | 'postgres-unusable'
  | 'process-ended'
  | 'process-silent'
  | 'settings-missing'
  | 'settings-unreadable'
  | 'settings-wrong'
  | 'story-no-product'

/** Something outside the program that a person has to mend. Its message is one sentence for that person. */
export class StartError extends Error {
  readonly reason: StartErrorReason

  constructor(
    reason: StartErrorReason,
    values: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(say(`start.error.${reason}`, values), { cause })
    this.name = 'StartError'
    this.reason = reason
  }
}
