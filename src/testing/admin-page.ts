import config from '@payload-config'
import { getPayload } from 'payload'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll } from 'vitest'

import type { User } from '../payload-types.ts'
import { closeBrowser, visitor } from './browser.ts'
import { ownProduct } from './own-product.ts'
import { signInTo } from './sign-in.ts'

/** What an account needs to sign in. */
interface Account {
  readonly id: string
  readonly email: string
  readonly password: string
}

/**
 * For the top of a browser test: somebody with a wide window in front of the running product, and its database.
 * @param options of their browser
 */
export async function adminPage(options: BrowserContextOptions = {}) {
  const { url } = ownProduct()
  const payload = await getPayload({ config, disableOnInit: true })
  const person = await visitor({ viewport: { width: 1440, height: 900 }, ...options })
  const { page } = person

  afterAll(async () => {
    await person.close()
    await closeBrowser()
    await payload.destroy()
  })

  async function enrol(colleague: Pick<User, 'email' | 'name' | 'roles' | 'locales'>): Promise<Account> {
    const { email } = colleague
    const password = 'one door for everyone'
    const { id } = await payload.create({ collection: 'users', data: { ...colleague, password } })
    return { id, email, password }
  }

  /** Best when all that they will see is there. */
  const signIn = (account: Account): Promise<void> => signInTo(page, url, account)

  return { url, payload, person, page, enrol, signIn }
}
