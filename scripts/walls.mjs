// Do the walls of the house hold? The cruiser looks at every import, the linter at what must be pure.
// Both are given a canary first: a tool that sees nothing also finds nothing wrong.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oxlint } from './steps.mjs'

const root = join(import.meta.dirname, '..')
const folders = ['basics', 'methods', 'platform', 'ui', 'stages', 'overview', 'app', 'journeys']

// Named by this process, so that two checks at once do not see each other's.
const climber = `basics/canary-${process.pid}.ts`
const gamblers = [`methods/canary-${process.pid}.ts`, `basics/canary-${process.pid}-rules.ts`]
const isCanary = (path) => /\/canary-\d+(-rules)?[.]ts$/.test(path)

removeCanariesOfTheDead()
process.once('exit', removeCanaries)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

writeFileSync(join(root, climber), "export { urlOfDatabase } from '../platform/db/databases.ts'\n")
for (const gambler of gamblers) writeFileSync(join(root, gambler), 'export const drawn = Math.random() * Date.now()\n')

const complaints = [...cruise(), ...gamblers.flatMap(gamble)]
removeCanaries()
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length > 0 ? 1 : 0

function cruise() {
  const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders.filter(isThere)]
  const { stdout, stderr } = spawnSync(process.execPath, [cruiser, ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28, // bytes; the answer lists every import of the house
  })
  if (!stdout) return [`the cruiser did not run: ${stderr}`]
  const { violations } = JSON.parse(stdout).summary
  const isCaught = violations.some(({ from, rule }) => from === climber && rule.name === 'basics-looks-only-down')
  return [
    ...(isCaught ? [] : ['the cruiser did not see a planted import from basics up to platform: it sees nothing']),
    ...violations
      .filter(({ from }) => !isCanary(from))
      .map(
        ({ from, to, rule, cycle }) =>
          `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
      ),
  ]
}

function gamble(gambler) {
  const [command, ...options] = oxlint
  const { stdout } = spawnSync(command, [...options, gambler], { cwd: root, encoding: 'utf8' })
  const isCaught = stdout.includes('no-restricted-properties') && stdout.includes('no-restricted-globals')
  return isCaught ? [] : [`the linter did not see a clock and chance planted in ${gambler}: it sees nothing`]
}

function isThere(folder) {
  return existsSync(join(root, folder))
}

/** A check that was killed could not clear up after itself. */
function removeCanariesOfTheDead() {
  for (const folder of ['basics', 'methods'])
    for (const name of readdirSync(join(root, folder)).filter((one) => isCanary(`/${one}`)))
      if (!isAlive(Number(/\d+/.exec(name)?.[0]))) rmSync(join(root, folder, name), { force: true })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function removeCanaries() {
  for (const canary of [climber, ...gamblers]) rmSync(join(root, canary), { force: true })
}
