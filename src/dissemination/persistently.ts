const TRIES = 6
const FIRST_WAIT_MS = 250

/**
 * Does it again and again for up to eight seconds. What is known of a mail is worth a wait: a database that restarts must not
 * leave it unconfirmed.
 */
export async function persistently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (attempt - 1)))
    }
  }
}
