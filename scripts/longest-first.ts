import { createHash } from 'node:crypto'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The stories that take minutes, the longest first: begun last, one of them would run alone while the other worker waits. */
const longest = [
  'every-page.journey',
  'whole-line.journey',
  'digest.kills',
  'thousand-mails.kills',
  'evidence.journey',
  'agenda.journey',
  'writing-together.journey',
  'meetings.journey',
  'ending.kills',
  'promises.journey',
  'scripts-everywhere.db',
  'real-and-demo.db',
  'backup.db',
  'load-once.db',
  'hidden.db',
  'embedded.db',
  'fuzz.db',
  'lottery/draw.db',
  'pasted.db',
  'whole-thread.db',
  'routes-matrix.db',
]

/** Files in another order each time, so that none leans on another; only the longest go first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence
    const chance = (file: TestSpecification): string =>
      createHash('sha256').update(`${seed} ${file.moduleId}`).digest('hex')
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.includes(`/${name}.`))
      return found === -1 ? longest.length : found
    }
    return files.toSorted((a, b) => rank(a) - rank(b) || (chance(a) < chance(b) ? -1 : 1))
  }
}
