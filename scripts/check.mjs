// `npm run check`: what must hold before a push. Format, lint, types, walls, drift, and the tests without input or output.
import { drift, format, lint, runStep, types, vitest, walls } from './steps.mjs'

const unit = {
  name: 'unit',
  commands: [[...vitest, 'run', '--project', 'unit', '--reporter', 'dot', '--passWithNoTests']],
}

// Two at a time, the longest first: the usual machine has two cores.
const waiting = [unit, types, drift, lint, walls, format]
const results = []

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step))
}

await Promise.all([work(), work()])
process.exitCode = results.every(Boolean) ? 0 : 1
