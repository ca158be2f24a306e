#!/usr/bin/env node
// The command line. It may be started by an older Node, so it prepares what is missing and hands over to the carried one.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bootstrap, runtime } from '../scripts/bootstrap.mjs'

bootstrap(['build'])
const cli = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'server', 'cli.js')
const child = spawn(runtime(), [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0)
})
