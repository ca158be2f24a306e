// Makes `npm start`, `npm test` and the rest work on a bare clone. Run by npm before each of them:
//   node scripts/bootstrap.mjs [build] [browser]
// It runs on whatever Node started npm (20 or newer) and before anything is installed:
// plain JavaScript, no dependencies, and nothing done when nothing is needed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...names) => join(root, ...names)

const runtimeMajor = 26
const sources = [
  'basics',
  'methods',
  'platform',
  'ui',
  'stages',
  'overview',
  'app',
  'db',
  'vite.config.ts',
  'package.json',
]
const installStamp = at('node_modules', '.folkmoot-installed')
const buildStamp = at('dist', '.folkmoot-built')
const carriedNode = at('node_modules', '.bin', 'node')
const lockFolder = at('.bootstrap-lock')

export function bootstrap(wanted) {
  const steps = [
    { isDone: isInstalled, run: install },
    ...(wanted.includes('build') ? [{ isDone: isBuilt, run: build }] : []),
    ...(wanted.includes('browser') ? [{ isDone: hasBrowser, run: rememberBrowser }] : []),
  ]
  if (steps.some((step) => !step.isDone())) {
    // Asked again under the lock: another bootstrap may have done it meanwhile.
    withLock(() => {
      for (const step of steps) if (!step.isDone()) step.run()
    })
  }
  demandRuntime()
}

function isInstalled() {
  return readOr(installStamp) === installKey() && missingLinks().length === 0
}

/** Our own packages that nothing leads to: one was added since the last install, which asks for nothing from outside. */
function missingLinks() {
  const locked = readJson(at('package-lock.json'))?.packages ?? {}
  return Object.entries(locked).filter(([path, { link }]) => link && !existsSync(at(path)))
}

function linkOwnPackages() {
  for (const [path, { resolved }] of missingLinks()) {
    const from = dirname(at(path))
    mkdirSync(from, { recursive: true })
    rmSync(at(path), { force: true })
    symlinkSync(relative(from, at(resolved)), at(path), 'dir')
  }
}

function install() {
  if (!lockIsInstalled()) {
    say('installing what package-lock.json lists …')
    const npm = process.env.npm_execpath
    const [command, first] = npm?.endsWith('js') ? [process.execPath, [npm]] : ['npm', []]
    const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    run(command, [...first, ...options], 'npm ci failed: see above.')
  }
  linkOwnPackages()
  dropUnusableRuntime()
  writeFileSync(installStamp, installKey())
}

function installKey() {
  const lock = readFileSync(at('package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
}

/** True after `npm install` by hand, so that a developer's node_modules is not torn down without need. */
function lockIsInstalled() {
  const installed = readJson(at('node_modules', '.package-lock.json'))?.packages
  const locked = readJson(at('package-lock.json'))?.packages
  if (!installed || !locked) return false
  return Object.entries(locked).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') || !isForThisMachine(wanted)) return true
    const found = installed[path]
    // An optional part that names no machine hangs below one that does, made for another.
    if (!found && wanted.optional && !wanted.os && !wanted.cpu) return true
    return found?.version === wanted.version && found?.integrity === wanted.integrity
  })
}

function isForThisMachine({ os, cpu, libc }) {
  const allows = (list, value) => !list || list.includes(value)
  return allows(os, process.platform) && allows(cpu, process.arch) && !libc
}

/** A carried Node that cannot run here (another C library) would hide the one on the machine. */
function dropUnusableRuntime() {
  if (!existsSync(carriedNode)) return
  const { status } = spawnSync(carriedNode, ['--version'])
  if (status !== 0) rmSync(carriedNode, { force: true })
}

function demandRuntime() {
  const carried = readdirOr(at('node_modules')).find((name) => /^node-(bin-)?(linux|darwin)-/.test(name))
  const version =
    carried && existsSync(carriedNode)
      ? readJson(at('node_modules', carried, 'package.json'))?.version
      : process.versions.node
  if (Number.parseInt(version, 10) >= runtimeMajor) return
  fail(
    `Folkmoot needs Node ${runtimeMajor}; none is carried for ${process.platform} ${process.arch} and this is Node ${version}. ` +
      `Install Node ${runtimeMajor} from https://nodejs.org and try again.`,
  )
}

function isBuilt() {
  return existsSync(at('dist', 'server', 'server.js')) && readOr(buildStamp) === sourceKey()
}

function build() {
  const key = sourceKey()
  demandRuntime()
  say('building …')
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  rmSync(buildStamp, { force: true })
  run(runtime(), [vite, 'build', '--app', '--logLevel', 'warn'], 'The build failed: see above.')
  mkdirSync(at('dist'), { recursive: true })
  writeFileSync(buildStamp, key)
}

function sourceKey() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder)) {
    hash.update(`\n${file}\n`).update(readFileSync(at(file)))
  }
  return hash.digest('hex')
}

function filesUnder(name) {
  if (!existsSync(at(name))) return []
  if (statSync(at(name)).isFile()) return [name]
  return readdirSync(at(name), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => entry.name !== 'node_modules' && !/[.](test|bench)[.]tsx?$/.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(name, entry.name)) : [join(name, entry.name)]))
}

function hasBrowser() {
  const remembered = readOr(browserNote())
  const wanted = process.env.CHROMIUM_PATH
  return Boolean(remembered) && existsSync(remembered) && (!wanted || wanted === remembered)
}

function rememberBrowser() {
  const browser = findBrowser({ root, node: runtime(), say })
  if (!browser) {
    fail('The browser tests need a Chromium: install one, or name it in CHROMIUM_PATH, and try again.')
  }
  writeFileSync(browserNote(), browser)
}

/** Beside the installed packages: gone with them, found again with them. */
function browserNote() {
  return at('node_modules', '.folkmoot-browser')
}

/** The Node that runs Folkmoot: the carried one where there is one. */
export function runtime() {
  return existsSync(carriedNode) ? carriedNode : process.execPath
}

/** A folder is made by one process only. It names its maker, so that a killed bootstrap blocks nobody. */
function withLock(act) {
  let told = false
  while (!takeLock()) {
    if (!told) say('waiting for another start to finish its preparations …')
    told = true
    sleep(200)
  }
  try {
    act()
  } finally {
    rmSync(lockFolder, { recursive: true, force: true })
  }
}

function takeLock() {
  try {
    mkdirSync(lockFolder)
    writeFileSync(join(lockFolder, 'pid'), String(process.pid))
    const release = () => rmSync(lockFolder, { recursive: true, force: true })
    process.once('exit', release)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (lockIsStale()) rmSync(lockFolder, { recursive: true, force: true })
    return false
  }
}

function lockIsStale() {
  const age = Date.now() - (statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  const holder = Number(readOr(join(lockFolder, 'pid')))
  // The maker writes its number at once; a lock of half an hour belongs to a number used again.
  if (!holder) return age > 10_000
  return !isAlive(holder) || age > 30 * 60_000
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function run(command, options, complaint) {
  const { status, error } = spawnSync(command, options, { cwd: root, stdio: 'inherit' })
  if (status !== 0) fail(error ? `${complaint} (${error.message})` : complaint)
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

function readOr(path, otherwise = '') {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : otherwise
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function readdirOr(path) {
  return existsSync(path) ? readdirSync(path) : []
}

function say(line) {
  process.stderr.write(`folkmoot: ${line}\n`)
}

function fail(line) {
  say(line)
  process.exit(1)
}

const isRunItself = process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))
if (isRunItself) bootstrap(process.argv.slice(2))
