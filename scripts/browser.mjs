// Finds a Chromium for the browser tests: one that is named, one that is there, Debian's, or Playwright's own.
// Dependency-free like bootstrap.mjs, which calls it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

// Debian's shell for tests comes first: the same engine without the windows around it, which take half of the time of a story.
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export function findBrowser({ root, node, say }) {
  const named = process.env.CHROMIUM_PATH
  if (named) return works(named) ? named : undefined
  return usualPlaces.find(works) ?? fromDebian(say) ?? fromPlaywright({ root, node, say })
}

/** Some systems have a stand-in under the name that only tells where to get the real one: so ask it. */
function works(path) {
  if (!existsSync(path)) return false
  const { status } = spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' })
  return status === 0
}

function fromDebian(say) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('installing chromium for the browser tests …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quietly = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  spawnSync('apt-get', ['update', '-qq'], quietly)
  for (const name of ['chromium-headless-shell', 'chromium']) {
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quietly)
    const found = usualPlaces.find(works)
    if (found) return found
  }
  return undefined
}

function fromPlaywright({ root, node, say }) {
  say("installing Playwright's chromium for the browser tests …")
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
  spawnSync(node, [cli, 'install', 'chromium'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const ask = "import('playwright-core').then((p) => console.log(p.chromium.executablePath()))"
  const path = spawnSync(node, ['-e', ask], { cwd: root, encoding: 'utf8' }).stdout?.trim()
  return path && works(path) ? path : undefined
}
