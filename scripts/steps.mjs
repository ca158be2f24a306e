// The steps of `npm run check` and `npm test`: each has a name, says how long it took, and shows its words only when it fails.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tool = (...names) => [process.execPath, join(root, 'node_modules', ...names)]

export const oxfmt = tool('oxfmt', 'bin', 'oxfmt')
export const oxlint = tool('oxlint', 'bin', 'oxlint')
// The package `typescript` is version 6, for the tools that need its interface; `tsc` proper is version 7.
export const tsc = tool('typescript7', 'bin', 'tsc')
export const vitest = tool('vitest', 'vitest.mjs')
export const script = (name, ...rest) => [process.execPath, join(import.meta.dirname, name), ...rest]

export const format = { name: 'format', commands: [[...oxfmt, '--check']] }
// What `walls.mjs` plants may stand there while this runs.
export const lint = { name: 'lint', commands: [[...oxlint, '--quiet', '--ignore-pattern', '**/canary-*.ts']] }
export const types = { name: 'types', commands: [tsc, [...tsc, '-p', 'methods']] }
export const walls = { name: 'walls', commands: [script('walls.mjs')] }
export const drift = {
  name: 'drift',
  commands: [script('complete-lock.mjs', '--check'), script('generate.mjs', '--check')],
}

/** Runs a step's commands one after the other until one fails. */
export async function runStep({ name, commands }, { env = process.env } = {}) {
  const began = performance.now()
  let said = ''
  let isGood = true
  for (const command of commands) {
    const { code, output } = await runQuietly(command, env)
    said += output
    isGood &&= code === 0
    if (!isGood) break
  }
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${seconds(began)}`)
  if (!isGood) console.log(said)
  return isGood
}

export async function runLoudly([command, ...options], env = process.env) {
  const child = spawn(command, options, { cwd: root, env, stdio: 'inherit' })
  return ended(child)
}

/** What it says is for later. */
export async function runQuietly([command, ...options], env) {
  const child = spawn(command, options, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  return { code: await ended(child), output }
}

function ended(child) {
  const { promise, resolve, reject } = Promise.withResolvers()
  child.once('error', reject)
  child.once('close', (code) => resolve(code ?? 1))
  return promise
}

function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}
