import { isAbsolute, join } from 'node:path'

/** What `npm start` is going to run, as the environment wants it. */
export interface LaunchPlan {
  /** Absolute. Secrets, the embedded database, uploads, caught mails. */
  readonly dataFolder: string
  /** Absolute. */
  readonly mediaFolder: string
  /** Null: bring the embedded one, and with it the demo network. */
  readonly databaseUrl: string | null
  readonly publicUrl: string
  readonly ports: readonly PlannedPort[]
  /** Whether mails go to the catcher because no transport is configured. */
  readonly catchesMail: boolean
  /** Names of settings without which nobody's own database may be used. */
  readonly missing: readonly string[]
}

export interface PlannedPort {
  readonly purpose: 'web' | 'mails' | 'smtp' | 'partners'
  /** Environment variable that chooses it. */
  readonly variable: string
  readonly port: number
}

/** Null: that does not run. */
export interface Places {
  readonly site: string
  readonly mails: string | null
  readonly partners: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

const defaults = {
  web: { variable: 'PORT', port: 3000 },
  mails: { variable: 'MAIL_CATCHER_PORT', port: 8025 },
  smtp: { variable: 'MAIL_CATCHER_SMTP_PORT', port: 1025 },
  partners: { variable: 'PARTNERS_PORT', port: 3900 },
} as const

/** @param root the project's folder, from which relative folders are meant. */
export function planLaunch(environment: Environment, root: string): LaunchPlan {
  const given = (name: string): string | null => environment[name] || null
  const folder = (name: string, otherwise: string): string => {
    const path = given(name) ?? otherwise
    return isAbsolute(path) ? path : join(root, path)
  }
  const planned = (purpose: PlannedPort['purpose']): PlannedPort => {
    const { variable, port } = defaults[purpose]
    return { purpose, variable, port: Number(given(variable) ?? port) }
  }

  const databaseUrl = given('DATABASE_URL')
  const catchesMail = given('SMTP_URL') === null && given('RESEND_API_KEY') === null
  const ports = [
    planned('web'),
    ...(catchesMail ? [planned('mails'), planned('smtp')] : []),
    ...(databaseUrl === null ? [planned('partners')] : []),
  ]
  const dataFolder = folder('DATA_DIR', '.data')
  return {
    dataFolder,
    mediaFolder: folder('MEDIA_DIR', join(dataFolder, 'media')),
    databaseUrl,
    publicUrl: given('PUBLIC_URL') ?? `http://localhost:${planned('web').port}`,
    ports,
    catchesMail,
    missing:
      databaseUrl === null ? [] : ['PAYLOAD_SECRET', 'EMISSARY_KEYS'].filter((name) => given(name) === null),
  }
}

/** The planned port for a purpose. Null when that is not going to run. */
export const portFor = ({ ports }: LaunchPlan, purpose: PlannedPort['purpose']): number | null =>
  ports.find((port) => port.purpose === purpose)?.port ?? null

/** Where people and programs find what runs. */
export function placesOf(plan: LaunchPlan): Places {
  const local = (purpose: PlannedPort['purpose']): string | null => {
    const port = portFor(plan, purpose)
    return port === null ? null : `http://localhost:${port}`
  }
  return { site: plan.publicUrl, mails: local('mails'), partners: local('partners') }
}
