// `npm run mutants [WORD…]`: takes away one guard at a time, in a copy of the tree, and demands that the test named for it turns red.
// A guard nothing misses, or one that no longer stands where `mutants.json` says, fails the run. Words choose mutants by their name.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runQuietly } from './steps.mjs'

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const mutants = JSON.parse(readFileSync(join(import.meta.dirname, 'mutants.json'), 'utf8')).filter(({ guard }) =>
  words.every((word) => guard.includes(word)),
)
const copy = mkdtempSync(join(tmpdir(), 'folkmoot-mutants-'))
const failures = []
try {
  copyTree()
  const baseline = new Map()
  for (const one of mutants) {
    const began = performance.now()
    const said = await judge(one, baseline)
    if (said) failures.push(`${one.guard}: ${said}`)
    console.log(
      `${said ? 'FAILED' : 'red   '} ${one.guard} (${((performance.now() - began) / 1000).toFixed(0)} s)${said ? `: ${said}` : ''}`,
    )
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
if (failures.length > 0) console.log(['', 'What no test missed:', ...failures].join('\n'))
console.log(`${mutants.length - failures.length} of ${mutants.length} guards missed by the test named for them`)
process.exitCode = failures.length > 0 || mutants.length === 0 ? 1 : 0

/** Undefined when all is well: green with the guard, red without it. */
async function judge({ file, from, to, test, red }, baseline) {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  const places = whole.split(from).length - 1
  if (places !== 1) return `the guard stands ${places} times in ${file}`
  if (!baseline.has(test)) baseline.set(test, await run(test))
  const before = baseline.get(test).filter(({ fullName }) => fullName.includes(red))
  if (before.length === 0) return `${test} has no test “${red}”`
  if (before.some(({ status }) => status !== 'passed')) return `“${red}” is not green with the guard`
  writeFileSync(
    path,
    whole.replace(from, () => to),
  )
  try {
    const after = (await run(test)).filter(({ fullName }) => fullName.includes(red))
    if (after.some(({ status }) => status === 'failed')) return undefined
    const isGreen = after.length > 0 && after.every(({ status }) => status === 'passed')
    return `${test} “${red}” ${isGreen ? 'stays green' : 'cannot be asked'} without it`
  } finally {
    writeFileSync(path, whole)
  }
}

/** How each test of a file ended; a file that cannot be read has none. */
async function run(test) {
  const file = join(copy, 'results.json')
  rmSync(file, { force: true })
  const project = test.endsWith('.journey.ts') ? 'journeys' : test.endsWith('.db.test.ts') ? 'database' : 'unit'
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs')
  const options = ['run', '--root', copy, '--project', project, '--reporter', 'json', `--outputFile.json=${file}`, test]
  const { output } = await runQuietly([process.execPath, vitest, ...options], process.env)
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap(({ assertionResults }) => assertionResults)
  } catch {
    throw new Error(`no test ran in ${test}:\n${output}`)
  }
}

/** The tree as it is, without its history; what npm installed is linked, but for the packages that are folders of ours. */
function copyTree() {
  const names = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root })
  for (const name of new Set(names.toString().split('\0').filter(Boolean))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true })
    try {
      cpSync(join(root, name), join(copy, name))
    } catch (error) {
      if (error.code !== 'ENOENT') throw error // deleted and not yet committed
    }
  }
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true })
  mkdirSync(join(copy, 'node_modules', '@folkmoot'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@folkmoot') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  for (const name of readdirSync(join(root, 'node_modules', '@folkmoot')))
    symlinkSync(
      name === 'basics' ? '../../basics' : `../../methods/${name}`,
      join(copy, 'node_modules', '@folkmoot', name),
    )
}
