// `npm test`: everything, on the embedded server; `npm run test:postgres`: what asks the database itself, on the one DATABASE_URL names.
// `npm run test:kills`: the kills as often as is promised, which takes longer than a merge should wait.
// At the end of each one line with the sums.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { openCount } from './abuse-cases.mjs'
import { lint, runLoudly, runQuietly, runStep, types, vitest, walls } from './steps.mjs'

const onGivenServer = process.argv[2] === 'postgres'
if (onGivenServer && !process.env.DATABASE_URL) {
  console.error('npm run test:postgres needs DATABASE_URL: the address of a server where the tests may make databases.')
  process.exit(1)
}
const isEndurance = process.argv[2] === 'kills'
const env = { ...process.env, ...(isEndurance ? { KILLS: 'all' } : {}) }
if (!onGivenServer) delete env.DATABASE_URL

/** They walk over all pages, and say of the pages what they say: the same on every server, and for a third of the time of all. */
const walks = [
  'every-address',
  'fuzz',
  'headers-everywhere',
  'hidden',
  'pasted',
  'routes-matrix',
  'scripts-everywhere',
  'unasked',
  'whole-thread',
].flatMap((name) => ['--exclude', `app/${name}.db.test.ts`])

const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const abuse = openCount()
const results = mkdtempSync(join(tmpdir(), 'folkmoot-results-'))

if (isEndurance) add(await runProject('kills'))
else await runEverything()

rmSync(results, { recursive: true, force: true })
// Said again at the end: who reads only the last screen of a long run sees what broke, and how.
if (failures.length > 0) console.log(['', 'What failed:', ...failures].join('\n'))
// Only a whole run asks all of them.
if (!onGivenServer && !isEndurance) console.log(abuse.line())
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

async function runEverything() {
  // What asks no database says the same on every server.
  for (const step of onGivenServer ? [] : [types, lint, walls]) {
    const isGood = await runStep(step, { env })
    total[isGood ? 'passed' : 'failed'] += 1
    if (!isGood) failures.push(step.name)
  }
  if (!onGivenServer) add(await runProject('unit'))
  add(await runProject('database', ...(onGivenServer ? walks : [])))
  // A browser's stories are told once; that the program as it is shipped runs on a given server, the kills show.
  if (onGivenServer) return add(await runProject('kills'))
  // The last two side by side, each with a server of its own: a story that waits for a worker to be missed leaves both cores to
  // browsers. What the kills say stands below what the journeys say.
  const kills = runQuietly(commandOf('kills', '--maxWorkers', '1'), env)
  add(await runProject('journeys'))
  const killed = await kills
  console.log(`\nkills tests\n${killed.output}`)
  add(sumsOf('kills', killed.code))
}

async function runProject(project, ...options) {
  console.log(`\n${project} tests`)
  return sumsOf(project, await runLoudly(commandOf(project, ...options), env))
}

function commandOf(project, ...options) {
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${fileOf(project)}`]
  return [...vitest, 'run', '--project', project, '--passWithNoTests', ...reporters, ...options]
}

function fileOf(project) {
  return join(results, `${project}.json`)
}

function sumsOf(project, code) {
  const sums = readSums(fileOf(project))
  if (code !== 0 && sums.failed === 0) failures.push(`${project}: broke before its tests could be counted`)
  // A file that cannot even be read has no tests that could fail, and is a failure all the same.
  return code !== 0 && sums.failed === 0 ? { ...sums, failed: 1 } : sums
}

function readSums(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'))
    abuse.add(result)
    failures.push(...result.testResults.flatMap(failuresOf))
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests + result.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function failuresOf({ name, message, assertionResults }) {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0 && message) return [`${file}\n${indented(message)}`]
  return failed.map((test) => `${file} > ${test.fullName}\n${indented(test.failureMessages.join('\n'))}`)
}

function indented(message) {
  return message
    .split('\n')
    .filter((line) => !/node_modules|at new Promise/.test(line))
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 200)}`)
    .join('\n')
}

function add(sums) {
  for (const name of Object.keys(total)) total[name] += sums[name]
}
