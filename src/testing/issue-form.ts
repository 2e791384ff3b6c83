import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const MOMENT_MS = 60_000

/** The form in which an issue is composed, as its editor uses it. It has to be on the page. */
export interface IssueForm {
  field(name: string): Locator
  /** The search for items above the contents. */
  readonly search: Locator
  /** Opens the search, which does so only once the page has come to life. `label` is its button's. */
  openSearch(label: string): Promise<void>
  /** Takes the first choice of a list whose words are these. */
  choose(name: string, words: string): Promise<void>
  /** Answers the status that the server answered. */
  save(): Promise<number>
}

export function issueForm(page: Page): IssueForm {
  const field = (name: string): Locator => page.locator(`#field-${name}`)
  const search = page.locator('.em-find')
  return {
    field,
    search,
    async openSearch(label) {
      const button = search.getByRole('button', { name: label })
      const isOpen = async (): Promise<boolean> => {
        if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
        return (await button.getAttribute('aria-expanded')) === 'true'
      }
      await expect.poll(isOpen, { timeout: MOMENT_MS, interval: 250 }).toBe(true)
    },
    async choose(name, words) {
      const menu = field(name).locator('.rs__menu')
      const isOpen = async (): Promise<boolean> => {
        if (!(await menu.isVisible())) await field(name).locator('.rs__control').click()
        return menu.isVisible()
      }
      await expect.poll(isOpen, { timeout: MOMENT_MS, interval: 250 }).toBe(true)
      await menu.locator('.rs__option', { hasText: words }).first().click()
    },
    async save() {
      const saved = page.waitForResponse(
        (answer) =>
          ['POST', 'PATCH'].includes(answer.request().method()) &&
          /\/api\/issues(\/[0-9a-f-]{36})?\?/.test(answer.url()),
      )
      await page.locator('#action-save').click()
      return (await saved).status()
    },
  }
}
