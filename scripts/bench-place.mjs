// The place a bench measures: made by one of the programs `measured-*`, and the server on a data folder of its own.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = new URL('..', import.meta.url).pathname

/**
 * A folder with what is needed to make a place in it and to serve it. `kept`: a folder that stays, so that a place which takes
 * minutes to make is taken again the next time; without it there is one for this time alone.
 */
export function newGround({ port, kept }) {
  const folder = kept ?? mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'folkmoot-bench-'))
  mkdirSync(folder, { recursive: true })
  // The database's own user must be able to enter.
  chmodSync(folder, 0o711)
  const origin = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    FOLKMOOT_DATA: join(folder, 'data'),
    FOLKMOOT_DEMO: 'off',
    PORT: String(port),
    LOG_LEVEL: 'error',
  }
  const told = join(folder, 'place.json')
  return {
    folder,
    origin,
    port,
    /** Whether a place was made here before. */
    isThere: () => existsSync(told),
    /** Runs the program, and gives what it tells of the place it made. */
    make: (program, args = []) => {
      const command = [`dist/server/${program}.js`, told, ...args].map(String)
      if (spawnSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' }).status !== 0)
        throw new Error(`${program} could not make its place`)
      return JSON.parse(readFileSync(told, 'utf8'))
    },
    place: () => JSON.parse(readFileSync(told, 'utf8')),
    start: async () => {
      const stdio = ['ignore', 'ignore', 'inherit']
      const server = spawn(process.execPath, ['dist/server/server.js'], { cwd: root, env, stdio })
      await answers(origin)
      return server
    },
    remove: () => {
      if (!kept) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function stop(server) {
  if (server.exitCode !== null) return // a bench may stop it before the place is taken away
  server.kill('SIGTERM')
  await new Promise((ended) => server.once('exit', ended))
}

/**
 * Makes a place, serves it while `act` measures, and takes it away. `settle`: milliseconds the database takes to look at tables
 * that grew by thousands, as it does in any place by itself.
 */
export async function inMeasuredPlace({ program, args, settle = 0, ...where }, act) {
  const ground = newGround({ ...where, port: Number(process.env.PORT ?? where.port) })
  const load = () => loadavg().map((one) => one.toFixed(1))
  console.log(`${cpus().length} cores, ${cpus()[0]?.model}; Node ${process.version}; load before: ${load().join(' ')}`)
  let server
  try {
    const isNew = !ground.isThere()
    const began = performance.now()
    if (isNew) ground.make(program, args)
    if (isNew) console.log(`made in ${Math.round((performance.now() - began) / 1000)} s`)
    server = await ground.start()
    if (isNew) await sleep(settle)
    await act({ ...ground, server, place: ground.place() })
    console.log(`load after: ${load().join(' ')}`)
  } finally {
    if (server) await stop(server)
    ground.remove()
  }
}

async function answers(origin) {
  for (let tries = 0; tries < 1500; tries += 1) {
    try {
      if ((await fetch(`${origin}/en/measured`)).status === 200) return
    } catch {
      // not listening yet
    }
    await sleep(20)
  }
  throw new Error('the server did not answer')
}
