import { DnsSilenceError } from './dns-look-up.ts'
import { type CheckName, check, type SetUpCheck } from './set-up-check.ts'

/** What nobody answered stays open: no record is to be made because a name server was slow. */
export async function heard(
  name: CheckName,
  domain: string,
  answer: Promise<SetUpCheck>,
): Promise<SetUpCheck> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof DnsSilenceError) return check(name, 'open', 'dns-silent', { values: { domain } })
    throw error
  }
}
