// `npm run dev`: builds, starts, and does both again when a source file changes.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const watched = ['basics', 'methods', 'platform', 'ui', 'stages', 'overview', 'app', 'db'].filter((name) =>
  existsSync(join(root, name)),
)
const quiet = 150 // milliseconds without a further change: editors save in several steps

let server
let timer

restart()
for (const folder of watched) {
  watch(join(root, folder), { recursive: true }, (_, file) => {
    if (!file || /[.](test|bench)[.]tsx?$/.test(file)) return
    clearTimeout(timer)
    timer = setTimeout(restart, quiet)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    if (!server || server.exitCode !== null) process.exit(0)
    server.once('exit', () => process.exit(0))
    server.kill('SIGTERM')
  })
}

function restart() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (built.status !== 0) return // the old server keeps running until the mistake is mended
  if (!server || server.exitCode !== null) return start()
  server.once('exit', start)
  server.kill('SIGTERM')
}

function start() {
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'server', 'server.js')], {
    cwd: root,
    stdio: 'inherit',
  })
}
