import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import axe from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'

import { projectRoot } from '../run/project-root.ts'
import { findChromium } from './chromium.ts'

/** A finding of axe, short enough for a failed assertion to be read. */
export interface AccessibilityFinding {
  readonly rule: string
  readonly impact: string
  readonly help: string
  /** Where, as CSS selectors; at most five. */
  readonly places: readonly string[]
}

const MAX_PLACES = 5
const STEP_TIMEOUT_MS = 20_000

let browser: Browser | undefined

/** A fresh visitor: own cookies, one browser for all visitors of a test file. Ends with `await using`. */
export async function visitor(
  options: BrowserContextOptions = {},
): Promise<BrowserContext & { readonly page: Page }> {
  browser ??= await launch()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  context.setDefaultTimeout(STEP_TIMEOUT_MS)
  return Object.assign(context, { page: await context.newPage() })
}

/** For `afterAll`. */
export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

async function launch(): Promise<Browser> {
  const { executablePath, env } = findChromium()
  return chromium.launch({
    executablePath,
    // Pages are ours, and containers and root lack what the sandbox needs.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'],
    env: { ...definedEnvironment(), ...env },
  })
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/**
 * Findings of axe on the page as it stands, of impact serious or critical, by WCAG 2.2 A and AA and best practice.
 * Frames with `sandbox` are not looked into.
 * @param within CSS selector of the part that is ours. @default everything
 */
export async function accessibilityFindings(
  page: Page,
  within = 'html',
): Promise<readonly AccessibilityFinding[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async (part) => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') }
    const about = part === 'html' ? document : part
    return checker.run(about, { iframes: false, resultTypes: ['violations'] })
  }, within)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      help,
      places: nodes.slice(0, MAX_PLACES).map(({ target }) => target.join(' ')),
    }))
}

/** Writes a picture of the whole page below `.data/pictures`, for eyes and for the documentation. Returns its path. */
export async function picture(page: Page, name: string): Promise<string> {
  const folder = join(projectRoot, '.data', 'pictures')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
  return path
}
