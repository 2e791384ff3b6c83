import { about } from './about.ts'
import type { DemoPage } from './demo-page.ts'
import { imprint } from './imprint.ts'
import { privacy } from './privacy.ts'

export const demoPages: readonly DemoPage[] = [about, privacy, imprint]
