import { calls1 } from './calls-1.ts'
import { calls2 } from './calls-2.ts'
import type { DemoIssue } from './demo-issue.ts'
import { finance1 } from './finance-1.ts'
import { letter1 } from './letter-1.ts'
import { letter2 } from './letter-2.ts'

/** Two that went out and three that wait, one in each design. */
export const demoIssues: readonly DemoIssue[] = [letter1, calls1, letter2, finance1, calls2]
