import { backupCommand, eraseAgainCommand, restoreCommand } from './backup.ts'
import { chairCommand } from './chair.ts'
import type { Command } from './command.ts'
import { configCommand } from './config.ts'
import { demoLoadCommand, demoResetCommand } from './demo.ts'
import { exportOpinionCommand } from './export-opinion.ts'
import { mapCommand } from './map.ts'
import { importOutlineCommand } from './import-outline.ts'
import { importPolisCommand } from './import-polis.ts'
import { exportPopoloCommand, importPopoloCommand } from './popolo.ts'
import { recountCommand } from './recount.ts'
import { seatCommand } from './seats.ts'
import { setUpCodeCommand } from './set-up-code.ts'
import { signOutCommand } from './sign-out.ts'
import { verifyLettersCommand } from './verify-letters.ts'
import { verifyLotteryCommand } from './verify-lottery.ts'
import { verifyMapCommand } from './verify-map.ts'

export const commands: readonly Command[] = [
  importPopoloCommand,
  exportPopoloCommand,
  seatCommand,
  chairCommand,
  importPolisCommand,
  exportOpinionCommand,
  importOutlineCommand,
  demoLoadCommand,
  demoResetCommand,
  backupCommand,
  restoreCommand,
  eraseAgainCommand,
  setUpCodeCommand,
  signOutCommand,
  configCommand,
  mapCommand,
  verifyLotteryCommand,
  verifyLettersCommand,
  verifyMapCommand,
  recountCommand,
]
