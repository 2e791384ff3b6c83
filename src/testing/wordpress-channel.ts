import { openService } from '../channels/channel-for.ts'
import { wordpress } from '../channels/wordpress.ts'
import { practiceInEnglish } from './items.ts'
import type { FakeWordPress } from './services/fake-wordpress.ts'

export const published = { change: 'published' } as const
export const practice = { ...practiceInEnglish, image: null, topics: [] }
export const revised = { ...practice, title: 'Mentoring, now in four cities' }
/** How a site is reached as our account there. */
export const account = (baseUrl: string, applicationPassword: string, settings: object = {}) => ({
  baseUrl,
  settings: { username: 'emissary', ...settings },
  secrets: { applicationPassword },
})

/** Our channel on a site. `own`: where our own site is. */
export const open = ({ url, password }: FakeWordPress, settings: object = {}, own = 'https://emen.example') =>
  openService(wordpress, account(url, password, settings), {
    allowedPrivateHosts: [new URL(url).host],
    publicUrl: own,
  })
