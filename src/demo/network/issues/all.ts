import { calls1 } from './calls-1.ts'
import type { DemoIssue } from './demo-issue.ts'
import { letter1 } from './letter-1.ts'
import { letter2 } from './letter-2.ts'

/** Two that went out and one that waits. */
export const demoIssues: readonly DemoIssue[] = [letter1, calls1, letter2]
