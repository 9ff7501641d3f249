import type { Command } from '../command.ts'
import { audit } from './audit.ts'
import { cycle } from './cycle.ts'
import { demo } from './demo.ts'
import { evaluateCommand } from './evaluate.ts'
import { importCommand } from './import.ts'
import { key } from './key.ts'
import { messages } from './messages.ts'
import { migrateCommand } from './migrate.ts'
import { report } from './report.ts'
import { serve } from './serve.ts'
import { stats } from './stats.ts'
import { thread } from './thread.ts'
import { user } from './user.ts'

/** Every command, in the order the overview lists them. */
export const commands: readonly Command[] = [
  serve,
  migrateCommand,
  demo,
  importCommand,
  evaluateCommand,
  cycle,
  report,
  thread,
  audit,
  user,
  key,
  messages,
  stats,
]
