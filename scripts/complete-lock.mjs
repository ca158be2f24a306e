// Completes package-lock.json after `npm install`: npm leaves out those binaries for other machines that the registry
// in use does not serve, and `npm ci` then refuses the lock everywhere. Each gets an entry with its exact version
// and the machines it is for; its checksum stays unknown until somebody installs it from a registry that has it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '..', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (path === '' || isLocked(path, name)) continue
    lock.packages[`node_modules/${name}`] = {
      version,
      ...machineOf(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    }
    added.push(name)
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
if (process.argv.includes('--check')) check()
else if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

function check() {
  // A registry's address in the lock would bind everybody to the registry of whoever wrote it.
  const hosts = Object.values(lock.packages).filter(({ resolved }) => resolved?.includes('://'))
  if (added.length === 0 && hosts.length === 0) return
  console.error(
    'package-lock.json is incomplete or names a registry. Run: npm install, then node scripts/complete-lock.mjs',
  )
  process.exitCode = 1
}

function isLocked(path, name) {
  return `${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages
}

/** `@oxlint/binding-linux-x64-musl` is for os linux, cpu x64, libc musl. */
function machineOf(name) {
  const words = name.split(/[/-]/)
  const os = words.find((word) => ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].includes(word))
  const cpu = words.find((word) =>
    ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'].includes(word),
  )
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : null
  if (!os || !cpu) throw new Error(`for which machine is ${name}? Add its entry to package-lock.json by hand.`)
  return { cpu: [cpu], ...(libc ? { libc: [libc] } : {}), os: [os] }
}
