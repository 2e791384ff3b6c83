import type { Database } from '../../database/database.ts'
import { activateDkimKey, type DkimKey, dkimKeyById } from '../../newsletter/dkim/dkim-keys.ts'
import { hasDkimRecord } from './dns-checks.ts'
import { type DnsLookUp, DnsSilenceError } from './dns-look-up.ts'

/**
 * Signs with a waiting key from now on, if the world can read its record: `unpublished` when it cannot. The key that signed
 * so far is retired. `gone`: no such key is waiting.
 */
export async function activatePublished(
  id: string,
  dns: DnsLookUp,
  database: Database,
): Promise<DkimKey | 'unpublished' | 'gone'> {
  const key = await dkimKeyById(id, database)
  if (key === null || key.state !== 'waiting') return 'gone'
  if (!(await isPublished(key, dns))) return 'unpublished'
  return (await activateDkimKey(id, database)) ?? 'gone'
}

async function isPublished(key: DkimKey, dns: DnsLookUp): Promise<boolean> {
  try {
    return await hasDkimRecord(key, dns)
  } catch (error) {
    if (error instanceof DnsSilenceError) return false
    throw error
  }
}
