import { parentPort } from 'node:worker_threads'

import { letterTasks } from './letter-tasks.ts'
import { answerTasks } from './thread.ts'

answerTasks(parentPort, letterTasks)
